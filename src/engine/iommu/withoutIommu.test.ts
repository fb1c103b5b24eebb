import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { groupsOf } from './groups.testkit.ts';
import { vmdMachine } from './vmdMachine.testkit.ts';
import { WITHOUT_IOMMU } from './withoutIommu.ts';

const iommuAt = (address: string) =>
  new MachineBuilder()
    .host('00:00.0', '1022:1576')
    .endpoint(address, {
      id: '1022:1577',
      change: { type: 'conventional', pcie: null, classCode: 0x080600, multifunction: true },
    })
    .rootPort('00:02.1', '01')
    .build();

test('AMD-Vi: the IOMMU and what shares its slot have no group', () => {
  expect(groupsOf(iommuAt('00:00.2'), { iommu: 'amd' }).ungrouped).toEqual([
    { function: id('00:00.0'), why: WITHOUT_IOMMU.besideIommu },
    { function: id('00:00.2'), why: WITHOUT_IOMMU.itself },
  ]);
});

test('AMD-Vi with the IOMMU in a slot of its own: the host bridge has a group', () => {
  expect(groupsOf(iommuAt('00:01.0'), { iommu: 'amd' }).ungrouped).toEqual([
    { function: id('00:01.0'), why: WITHOUT_IOMMU.itself },
  ]);
});

test('under VT-d nobody is left out', () => {
  expect(groupsOf(iommuAt('00:00.2'), { iommu: 'intel' }).ungrouped).toEqual([]);
});

test('a VMD domain: left out up to 5.5, in the group of the VMD function since', () => {
  const drives = [id('10000:00:06.0'), id('10000:01:00.0')];
  expect(groupsOf(vmdMachine(), { kernel: '5.4' }).ungrouped).toEqual(
    drives.map((function_) => ({ function: function_, why: WITHOUT_IOMMU.vmdPrivate })),
  );
  const later = groupsOf(vmdMachine(), { kernel: '5.6' });
  expect(later.ungrouped).toEqual([]);
  expect(later.groups.map(({ members }) => members.map((each) => each.function))).toEqual([
    [id('00:00.0')],
    [id('00:0e.0'), ...drives],
  ]);
});

test('a VMD domain of a function that is not shown: nobody knows whose group', () => {
  const { ungrouped } = groupsOf(vmdMachine(UNKNOWN));
  expect(ungrouped.map(({ why }) => why)).toEqual([
    WITHOUT_IOMMU.vmdHidden,
    WITHOUT_IOMMU.vmdHidden,
  ]);
});
