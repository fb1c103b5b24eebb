import { expect, test } from 'vitest';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { groupFunctions } from './groupFunctions.ts';
import { conditionsFor, groupsOf, memberLists } from './groups.testkit.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01', { acs: { ...acs(0), firmwareControl: 0 } })
  .endpoint('01:00.0')
  .build();

test('with an IOMMU in use, groups are what they are', () => {
  expect(groupsOf(machine).hypothetical).toBe(false);
  expect(memberLists(groupsOf(machine))).toEqual([['00:01.0', '01:00.0']]);
});

test('without one, they are what would come of one', () => {
  const groups = groupsOf(machine, { iommu: 'none' });
  expect(groups.hypothetical).toBe(true);
  expect(memberLists(groups)).toEqual([['00:01.0', '01:00.0']]);
});

test('without one and with words as after boot, those that it would make the kernel set', () => {
  const topology = buildTopology(machine);
  const conditions = conditionsFor(machine, { iommu: 'none', acsWords: 'boot' });
  const groups = groupFunctions(topology, topology, conditions);
  expect(groups.hypothetical).toBe(true);
  expect(memberLists(groups)).toEqual([['00:01.0'], ['01:00.0']]);
});

test('functions whose way up is not shown are named', () => {
  const partly = new MachineBuilder()
    .rootPort('00:01.0', '01', { acs: acs(0x1d) })
    .endpoint('01:00.0')
    .upstream('05:00.0', '06', { orphan: true })
    .endpoint('06:00.0')
    .build();
  expect(groupsOf(partly).wayHidden).toEqual(['0000:05:00.0', '0000:06:00.0']);
  expect(groupsOf(machine).wayHidden).toEqual([]);
});

test('the machine is not changed', () => {
  const before = structuredClone(machine);
  groupsOf(machine, { iommu: 'none', acsWords: 'boot' });
  expect(machine).toEqual(before);
});
