import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import type { SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { machineTree } from './machineTree.ts';
import { ancestors, bridgesAbove, everythingBelow, wholeWayUp } from './waysThrough.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .endpoint('04:00.1', { physfn: '04:00.0' })
  .endpoint('09:00.0', { orphan: true })
  .host('80:00.0', '8086:09a2')
  .build();
const tree = machineTree(machine);
const names = (ids: readonly string[]) => ids.map((each) => each.replace('0000:', ''));

test('host bridges, bridges, devices; what is above nothing shown stands by itself', () => {
  expect(tree.roots).toEqual(['host:0:0', 'host:0:128', id('09:00.0')]);
  expect(names(tree.nodes.get(id('02:01.0'))?.children ?? [])).toEqual(['04:00.0']);
  const renamed = { ...machine, name: 'another' };
  expect(machineTree(renamed)).toBe(tree);
  expect(machineTree({ ...machine, sockets: [] })).not.toBe(tree);
});

test('a virtual function stands below its physical one, and steps from its bridge', () => {
  expect(tree.nodes.get(id('04:00.1'))?.parent).toBe(id('04:00.0'));
  expect(names(bridgesAbove(tree, id('04:00.1')).map((fn) => fn.id))).toEqual([
    '02:01.0',
    '01:00.0',
    '00:01.0',
  ]);
});

test('sockets hold their host bridges', () => {
  const socket = 's0' as SocketId;
  const withSocket: Machine = {
    ...machine,
    sockets: [{ id: socket, label: null, numaNode: 0, model: null }],
    hostBridges: machine.hostBridges.map((host, index) => ({
      ...host,
      socket: index === 0 ? socket : UNKNOWN,
    })),
  };
  const { roots, nodes } = machineTree(withSocket);
  expect(roots).toEqual([socket, 'host:0:128', id('09:00.0')]);
  expect(nodes.get(socket)?.children).toEqual(['host:0:0']);
});

test('the whole way up, and everything below', () => {
  expect(names(wholeWayUp(tree, [id('03:00.0'), id('04:00.0')]))).toEqual([
    '03:00.0',
    '02:00.0',
    '01:00.0',
    '00:01.0',
    '04:00.0',
    '02:01.0',
  ]);
  expect(names(everythingBelow(tree, [id('02:01.0')]))).toEqual(['02:01.0', '04:00.0', '04:00.1']);
  const [host] = machine.hostBridges;
  expect(names(everythingBelow(tree, host ? [host.id] : []))).toHaveLength(8);
});

test('a loop in a damaged document ends', () => {
  const loop: Machine = {
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.id === id('00:01.0') ? { ...fn, parent: { kind: 'function', id: id('01:00.0') } } : fn,
    ),
  };
  const looped = machineTree(loop);
  expect(bridgesAbove(looped, id('03:00.0'))).toHaveLength(3);
  expect(ancestors(looped, id('01:00.0'))).toHaveLength(1);
  expect(everythingBelow(looped, [id('01:00.0')])).toContain(id('03:00.0'));
});
