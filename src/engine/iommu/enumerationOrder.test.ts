import { expect, test } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology, functionAt } from '../pci/topology.ts';
import { enumerationOrder } from './enumerationOrder.ts';
import { vmdMachine } from './vmdMachine.testkit.ts';

const order = (machine: Parameters<typeof buildTopology>[0]) => {
  const topology = buildTopology(machine);
  return enumerationOrder(topology).map((index) => functionAt(topology, index).id);
};

test('as found at boot, virtual functions after everything else', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01')
    .rootPort('00:02.0', '02')
    .endpoint('01:00.0')
    .endpoint('01:10.0', { physfn: '01:00.0' })
    .endpoint('02:00.0')
    .build();
  expect(order(machine).map((id) => id.slice(5))).toEqual([
    '00:01.0',
    '00:02.0',
    '01:00.0',
    '02:00.0',
    '01:10.0',
  ]);
});

test('VMD domains come up with their driver', () => {
  expect(order(vmdMachine()).slice(-2)).toEqual(['10000:00:06.0', '10000:01:00.0']);
});
