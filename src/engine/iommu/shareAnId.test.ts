import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { Grouping } from './Grouping.ts';
import { conditionsFor } from './groups.testkit.ts';
import { shareAnId } from './shareAnId.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0', { id: '1b4b:9230' })
  .endpoint('01:00.1')
  .endpoint('01:00.2')
  .build();
const topology = buildTopology(machine);
const grouping = new Grouping(topology, conditionsFor(machine));
const share = (a: string, b: string) => {
  const place = (address: string) => topology.indexOf.get(id(address)) ?? -1;
  return shareAnId(grouping, place(a), place(b));
};

test('who sends as another shares its id with it, whichever is asked', () => {
  expect(share('01:00.0', '01:00.1')).toBe(true);
  expect(share('01:00.1', '01:00.0')).toBe(true);
});

test('others do not', () => {
  expect(share('01:00.0', '01:00.2')).toBe(false);
  expect(share('01:00.1', '01:00.2')).toBe(false);
});
