import { expect, test } from 'vitest';
import { blankMachine } from '../../model/blank.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { Machine, Socket } from '../../model/machine.ts';
import { sideLinksOf, socketLinksOf } from './ties.ts';

const socket = (id: string): Socket => ({
  id: id as SocketId,
  label: null,
  numaNode: null,
  model: null,
});
const [s0, s1, s2] = ['s0', 's1', 's2'].map(socket);
const [a, b] = ['a', 'b'] as FunctionId[];
if (!s0 || !s1 || !s2 || !a || !b) throw new Error('parts');

const machine: Machine = {
  ...blankMachine('drawn', 'ties'),
  sockets: [s0, s1, s2],
  socketLinks: [
    { from: s0.id, to: s1.id, bytesPerSecond: 62.4e9, latencyNs: 100 },
    { from: s2.id, to: s0.id, bytesPerSecond: null, latencyNs: null },
  ],
  sideLinks: [
    { kind: 'nvlink', from: a, to: b, label: 'NV18' },
    { kind: 'c2c', from: s0.id, to: a, label: null },
  ],
};

test('lines beside the tree are told at both of their ends, as not modelled', () => {
  expect(sideLinksOf(machine, a)).toEqual([
    { index: 0, other: b, words: 'NVLink NV18, not modelled' },
    { index: 1, other: s0.id, words: 'C2C, not modelled' },
  ]);
  expect(sideLinksOf(machine, b).map(({ other }) => other)).toEqual([a]);
  expect(sideLinksOf(machine, s0.id).map(({ other }) => other)).toEqual([a]);
  expect(sideLinksOf(machine, s1.id)).toEqual([]);
});

test('a socket’s links to others, whichever end it is', () => {
  expect(socketLinksOf(machine, s0)).toEqual([
    { index: 0, other: s1, bytesPerSecond: 62.4e9, latencyNs: 100 },
    { index: 1, other: s2, bytesPerSecond: null, latencyNs: null },
  ]);
  expect(socketLinksOf(machine, s2).map(({ other }) => other)).toEqual([s0]);
});
