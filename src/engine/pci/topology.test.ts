import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology, functionAt, NOT_SHOWN, ON_ROOT_BUS, wayUp } from './topology.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01-03')
  .upstream('01:00.0', '02-03')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .endpoint('03:00.4', { physfn: '03:00.0' })
  .rootPort('80:01.0', '81')
  .endpoint('81:00.0')
  .build();
const topology = buildTopology(machine);

function place(address: string): number {
  return topology.indexOf.get(id(address)) ?? NOT_SHOWN;
}

test('a way up names every bridge to the root bus', () => {
  const way = wayUp(topology, place('03:00.0')).map((index) => functionAt(topology, index).id);
  expect(way).toEqual(['03:00.0', '02:00.0', '01:00.0', '00:01.0'].map(id));
  expect(topology.upstream[place('00:01.0')]).toBe(ON_ROOT_BUS);
});

test('a virtual function has its physical function’s bridge', () => {
  expect(topology.upstream[place('03:00.4')]).toBe(place('02:00.0'));
});

test('every function knows its host bridge, and every root bus its functions in order', () => {
  expect(topology.host[place('03:00.0')]).toBe(0);
  expect(topology.host[place('81:00.0')]).toBe(1);
  expect(topology.rootBus[0]).toEqual([place('00:00.0'), place('00:01.0')]);
});

test('a loop in a damaged document ends in the dark, not in a hang', () => {
  const looped = {
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.id === id('01:00.0')
        ? { ...fn, parent: { kind: 'function' as const, id: id('02:00.0') } }
        : fn,
    ),
  };
  const damaged = buildTopology(looped);
  expect(damaged.host[place('03:00.0')]).toBe(NOT_SHOWN);
  expect(wayUp(damaged, place('03:00.0')).length).toBeLessThanOrEqual(looped.functions.length + 1);
});
