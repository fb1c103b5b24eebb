import { expect, test } from 'vitest';
import type { SlotId, SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';
import { machineTree } from '../tree/machineTree.ts';
import { relativesOf } from './function/relatives.ts';
import { inspected } from './inspected.ts';
import { countWords, kindsSentence, portsSentence } from './machine/countKinds.ts';

const GPU = { classCode: 0x030200 };
const NIC = { classCode: 0x020000 };
const machine: Machine = {
  ...new MachineBuilder()
    .rootPort('00:01.0', '01')
    .rootPort('00:02.0', '02')
    .endpoint('01:00.0', { id: '10de:20b0', change: GPU })
    .endpoint('02:00.0', { change: NIC })
    .endpoint('02:00.1', { change: NIC })
    .endpoint('02:00.2', { physfn: '02:00.0', change: NIC })
    .build(),
  sockets: [{ id: 's0' as SocketId, label: null, numaNode: 0, model: null }],
  slots: [
    { id: 'slot' as SlotId, label: null, ports: [], lanes: null, bifurcation: null, riser: null },
  ],
};
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
const look = (...ids: string[]) => inspected({ machine, byId }, new Set(ids as PartId[]));

test('one part, several, or the machine', () => {
  expect(look()).toEqual({ kind: 'machine' });
  expect(look(id('01:00.0'))).toMatchObject({ kind: 'function', fn: { id: id('01:00.0') } });
  expect(look('host:0:0').kind).toBe('host');
  expect(look('s0').kind).toBe('socket');
  expect(look('slot').kind).toBe('slot');
  expect(look('gone').kind).toBe('machine');
  expect(look('s0', 'host:0:0')).toEqual({ kind: 'several', ids: ['s0', 'host:0:0'] });
});

test('what a machine has, in words', () => {
  expect(kindsSentence(machine.functions)).toBe('1 GPU, 2 NICs, 2 bridges, 1 virtual function');
  expect(portsSentence(machine.functions)).toBe('2 root ports');
  expect(countWords(machine)).toEqual([
    { name: 'Functions', text: '6' },
    { name: 'Devices', text: '1 GPU, 2 NICs, 1 virtual function' },
    { name: 'Ports', text: '2 root ports' },
    { name: 'Host bridges', text: '1' },
    { name: 'Sockets', text: '1' },
  ]);
});

test('whom to go to next', () => {
  const tree = machineTree(machine);
  const from = (text: string) => {
    const fn = byId.get(id(text));
    if (!fn) throw new Error(text);
    return relativesOf(tree, fn).map(({ title, functions }) => [
      title,
      ...functions.map((each) => each.id.slice(5)),
    ]);
  };
  expect(from('00:02.0')).toEqual([['Directly below', '02:00.0', '02:00.1']]);
  expect(from('02:00.0')).toEqual([
    ['Same device', '02:00.1'],
    ['Virtual functions', '02:00.2'],
  ]);
  expect(from('02:00.2')).toEqual([['Physical function', '02:00.0']]);
  expect(from('01:00.0')).toEqual([]);
});
