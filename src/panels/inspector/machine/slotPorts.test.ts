import { expect, test } from 'vitest';
import { Drawing } from '../../../build/drawing.testkit.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { slotPorts } from './slotPorts.ts';

test('ports with their lanes, those that they are given, and whether they are in use', () => {
  const machine = new Drawing()
    .host('h0')
    .put('rp0 rp1', 'port', 'h0')
    .put('gpu0', 'gpu', 'rp0')
    .link('rp0', 32, 8)
    .link('rp1', 32, 16)
    .slot('S1', 'rp0 rp1', { lanes: 16, bifurcation: [8, 8] })
    .slot('S2', 'rp1', { lanes: 16 }).settled;
  const notes = machine.slots.map((slot) =>
    slotPorts(machineTree(machine), slot).map(({ fn, note }) => `${fn.id}: ${note}`),
  );
  expect(notes).toEqual([['rp0: x8, in use', 'rp1: x16, given x8, free'], ['rp1: x16, free']]);
});
