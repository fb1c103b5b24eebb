import { expect, test } from 'vitest';
import { applyChanges } from '../../../build/applyChanges.ts';
import { Drawing } from '../../../build/drawing.testkit.ts';
import type { Machine, Slot } from '../../../model/machine.ts';
import { slotDivisions } from './slotDivisions.ts';

function slotted(lanes: number | null, ports = 'rp0', change: Partial<Slot> = {}): Machine {
  return new Drawing()
    .host('h0')
    .put('rp0 rp1', 'port', 'h0')
    .put('gpu0', 'gpu', 'rp1')
    .slot('S1', ports, { lanes, ...change }).settled;
}

function divisions(machine: Machine) {
  const [slot] = machine.slots;
  if (!slot) throw new Error('no slot');
  return slotDivisions(machine, slot);
}

test('the catalogue’s ways for a slot of this size; the present one is marked', () => {
  const ways = divisions(slotted(16));
  expect(ways.map(({ words }) => words)).toContain('x4 x4 x4 x4');
  expect(ways.filter(({ isNow }) => isNow).map(({ words }) => words)).toEqual(['x16']);
  expect(ways.every(({ refusal }) => refusal === null)).toBe(true);
});

test('what is offered can be done, and is the present way then', () => {
  const machine = slotted(16);
  const halves = divisions(machine).find(({ words }) => words === 'x8 x8');
  if (!halves) throw new Error('no halves');
  const divided = applyChanges(machine, [halves.change]);
  expect(divided.slots[0]?.ports).toHaveLength(2);
  expect(divisions(divided).find(({ isNow }) => isNow)?.words).toBe('x8 x8');
});

test('a way that would leave a card without lanes says so', () => {
  const machine = slotted(16, 'rp0 rp1', { bifurcation: [8, 8] });
  const whole = divisions(machine).find(({ words }) => words === 'x16');
  expect(whole?.refusal).toBe('gpu0 would be left without lanes. Move it elsewhere first.');
});

test('a way that no slot offers is there as long as it is the present one', () => {
  const ways = divisions(slotted(16, 'rp0 rp1', { bifurcation: [4, 8] }));
  expect(ways.at(-1)).toMatchObject({ words: 'x4 x8', isNow: true });
  expect(divisions(slotted(16)).some(({ words }) => words === 'x4 x8')).toBe(false);
});

test('without a number of lanes nothing is offered', () => {
  expect(divisions(slotted(null))).toEqual([]);
});
