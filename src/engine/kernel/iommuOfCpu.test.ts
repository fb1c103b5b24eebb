import { expect, test } from 'vitest';
import { iommuOfCpu } from './iommuOfCpu.ts';

test.each([
  ['x86', 'GenuineIntel', 'intel'],
  ['x86', 'AuthenticAMD', 'amd'],
  ['x86', 'HygonGenuine', 'amd'],
  ['arm64', null, 'smmu'],
  ['powerpc', null, 'other'],
] as const)('%s %s: %s', (arch, vendor, hardware) => {
  expect(iommuOfCpu({ arch, vendor, family: null })).toBe(hardware);
});
