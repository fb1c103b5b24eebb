import { expect, test } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import { asIfInUse, isIommuInUse } from './asIfInUse.ts';
import { conditionsFor } from './groups.testkit.ts';

const machine = new MachineBuilder().rootPort('00:01.0', '01').build();

test.each([
  ['an Intel CPU', { arch: 'x86', vendor: 'GenuineIntel', family: 6 }, 'intel'],
  ['an AMD CPU', { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 }, 'amd'],
  ['an Arm CPU', { arch: 'arm64', vendor: null, family: null }, 'smmu'],
] as const)('%s comes with its IOMMU', (_, cpu, hardware) => {
  const conditions = conditionsFor(machine, { iommu: 'none', cpu });
  expect(isIommuInUse(conditions)).toBe(false);
  const others = asIfInUse(conditions);
  expect(isIommuInUse(others)).toBe(true);
  expect(others.iommu.value).toMatchObject({ hardware, requestsAcs: true });
});

test('one that is off is the one that would be used', () => {
  const conditions = conditionsFor(machine, { iommu: 'intel' });
  const off = {
    ...conditions,
    iommu: {
      ...conditions.iommu,
      value: { ...conditions.iommu.value, hardware: 'virtio' as const, mode: 'off' as const },
    },
  };
  expect(isIommuInUse(off)).toBe(false);
  expect(asIfInUse(off).iommu.value.hardware).toBe('virtio');
});
