import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { mayLeadTo } from './mayLeadTo.ts';
import { buildTopology } from './topology.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01-03')
  .rootPort('00:02.0', '05', { change: { bridge: UNKNOWN } })
  .endpoint('01:00.0')
  .endpoint('03:00.0', { orphan: true })
  .endpoint('04:00.0', { orphan: true })
  .endpoint('0001:02:00.0')
  .build();
const topology = buildTopology(machine);
const place = (text: string) => topology.indexOf.get(id(text)) ?? -1;

test.each([
  ['00:01.0', '03:00.0', true],
  ['00:01.0', '04:00.0', false],
  ['00:01.0', '0001:02:00.0', false],
  ['00:02.0', '04:00.0', true],
  ['01:00.0', '03:00.0', false],
])('%s to %s: %s', (node, other, may) => {
  expect(mayLeadTo(topology, place(node), place(other))).toBe(may);
});
