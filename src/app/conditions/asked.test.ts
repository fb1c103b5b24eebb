import { expect, test } from 'vitest';
import { NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { cpuSupportsP2pdma } from '../../engine/p2pdma/cpuSupportsP2pdma.ts';
import { NOTHING_ASKED, RELEASED_ERAS, requestOf, UNRELEASED_ERAS } from './asked.ts';
import { CPU_CHOICES, CPU_OF_CHOICE, cpuWords } from './cpuChoices.ts';

test('nothing asked is nothing asked', () => {
  expect(requestOf(NOTHING_ASKED)).toEqual({ kernel: null, cpu: null });
});

test('every kernel in the menu can be judged by, the newest first', () => {
  expect(RELEASED_ERAS[0]).toBe(NEWEST_ACCEPTED_ERA);
  for (const era of [...RELEASED_ERAS, ...UNRELEASED_ERAS]) {
    expect(requestOf({ kernel: era.id, cpu: null }).kernel).toBe(era);
  }
});

test('of the CPUs in the menu, Linux trusts AMD Zen alone', () => {
  const { features } = NEWEST_ACCEPTED_ERA;
  const trusted = CPU_CHOICES.filter(
    (choice) => cpuSupportsP2pdma(CPU_OF_CHOICE[choice].cpu, features) === 'yes',
  );
  expect(trusted).toEqual(['amd-zen']);
});

test.each([
  [{ arch: 'x86', vendor: 'GenuineIntel', family: 6 }, 'Intel, family 6'],
  [{ arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 }, 'AMD, family 0x19'],
  [{ arch: 'x86', vendor: 'CentaurHauls', family: null }, 'CentaurHauls'],
  [{ arch: 'arm64', vendor: null, family: null }, 'arm64'],
] as const)('%o', (cpu, words) => {
  expect(cpuWords(cpu)).toBe(words);
});
