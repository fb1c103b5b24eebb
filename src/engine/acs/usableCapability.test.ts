import { expect, test } from 'vitest';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import { wordAfterBoot } from './acsWords.testkit.ts';
import { usableCapability } from './usableCapability.ts';

const switchOf = (pciId: string) =>
  new MachineBuilder()
    .rootPort('00:02.0', '01-03', { acs: acs(0) })
    .upstream('01:00.0', '02-03')
    .downstream('02:00.0', '03', { id: pciId, acs: acs(0) })
    .build();

test.each([
  ['111d:80b5', 'left-out', 0x5e],
  ['111d:8090', 'left-out', 0x5e],
  ['111d:80b5', 'set', 0x5f],
  ['111d:8018', 'left-out', 0x5f],
  ['10b5:80b5', 'left-out', 0x5f],
] as const)('%s, %s: %i', (pciId, how, capability) => {
  const fn = switchOf(pciId).functions.find(({ type }) => type === 'downstream');
  expect(fn && usableCapability(fn, how)).toBe(capability);
});

test.each([
  ['6.18', '001d'],
  ['7.0', '001c'],
])('booted with %s and an IOMMU: %s', (era, word) => {
  expect(wordAfterBoot(switchOf('111d:80b5'), '02:00.0', { era, iommu: 'intel' })).toBe(word);
});
