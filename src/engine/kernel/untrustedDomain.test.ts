import { expect, test } from 'vitest';
import { eraById } from './eras.ts';
import { untrustedDomain } from './untrustedDomain.ts';

test.each([
  ['4.20', 'intel', 'like-others'],
  ['5.4', 'intel', 'function'],
  ['5.4', 'amd', 'like-others'],
  ['5.8', 'intel', 'group'],
  ['5.10', 'amd', 'like-others'],
  ['5.11', 'amd', 'group'],
  ['7.0', 'smmu', 'group'],
] as const)('Linux %s, %s: %s', (kernel, hardware, expected) => {
  expect(untrustedDomain(hardware, eraById(kernel).features)).toBe(expected);
});
