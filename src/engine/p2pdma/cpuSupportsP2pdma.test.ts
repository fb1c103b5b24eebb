import { expect, test } from 'vitest';
import type { Answer } from '../../base/answer.ts';
import { eraById } from '../kernel/eras.ts';
import { cpuSupportsP2pdma } from './cpuSupportsP2pdma.ts';

test.each<[string, string, number | 'unknown', Answer]>([
  ['5.9', 'AuthenticAMD', 0x17, 'yes'],
  ['7.1', 'AuthenticAMD', 0x1a, 'yes'],
  ['6.12', 'AuthenticAMD', 'unknown', 'unknown'],
  ['5.8', 'AuthenticAMD', 'unknown', 'no'],
  ['5.8', 'AuthenticAMD', 0x17, 'no'],
  ['6.12', 'AuthenticAMD', 0x15, 'no'],
  ['6.12', 'HygonGenuine', 0x18, 'no'],
  ['6.12', 'GenuineIntel', 0x17, 'no'],
])('Linux %s with %s family %s: %s', (era, vendor, family, trusted) => {
  const cpu = { arch: 'x86', vendor, family } as const;
  expect(cpuSupportsP2pdma(cpu, eraById(era).features)).toBe(trusted);
});

test('only x86 builds ask', () => {
  const cpu = { arch: 'arm64', vendor: 'AuthenticAMD', family: 0x1a } as const;
  expect(cpuSupportsP2pdma(cpu, eraById('7.1').features)).toBe('no');
});
