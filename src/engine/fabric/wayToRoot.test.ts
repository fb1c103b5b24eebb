import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology, NOT_SHOWN } from '../pci/topology.ts';
import { vmdMachine } from './vmd.testkit.ts';
import { vmdHolder, wayToRoot } from './wayToRoot.ts';

test('the way out of a VMD domain passes the VMD function', () => {
  const topology = buildTopology(vmdMachine());
  const place = (text: string) => topology.indexOf.get(id(text)) ?? -1;
  const way = wayToRoot(topology, place('10000:01:00.0'));
  const names = way.nodes.map((node) => topology.functions[node]?.id);
  expect(names).toEqual(['10000:01:00.0', '10000:00:02.0', '00:05.5'].map(id));
  expect(way.isWhole).toBe(true);
  expect(way.host).toBe(topology.host[place('00:05.5')]);
  expect(vmdHolder(topology, way.host)).toBeNull();
});

test('a way that is not shown to its end says so', () => {
  const topology = buildTopology(
    new MachineBuilder().host('00:00.0', '8086:2020').endpoint('05:00.0', { orphan: true }).build(),
  );
  const way = wayToRoot(topology, topology.indexOf.get(id('05:00.0')) ?? -1);
  expect(way).toMatchObject({ isWhole: false, host: NOT_SHOWN });
});
