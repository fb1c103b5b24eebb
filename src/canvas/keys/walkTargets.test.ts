import { expect, test } from 'vitest';
import type { DropPlace } from '../../build/carried.ts';
import { targetMove, type WalkedTarget, walkTargets } from './walkTargets.ts';

const spot = (place: string, x: number, y: number): WalkedTarget => ({
  place: place as DropPlace,
  rect: { x, y, width: 10, height: 10 },
});
const targets = [
  spot('a', 0, 0),
  spot('b', 100, 0),
  spot('c', 40, 60),
  { place: 'sheet', rect: null } as const,
];
const rectOf = (place: string) => targets.find((each) => each.place === place)?.rect ?? null;

test.each([
  ['a', 'ArrowRight', 'b'],
  ['b', 'ArrowLeft', 'a'],
  ['a', 'ArrowDown', 'c'],
  ['c', 'ArrowUp', 'a'],
  // Nothing that way: it stays.
  ['a', 'ArrowLeft', 'a'],
  ['a', 'Tab', 'b'],
  ['c', 'Tab', 'sheet'],
  ['sheet', 'Tab', 'a'],
  ['b', 'End', 'sheet'],
  ['b', 'Home', 'a'],
])('from %s, %s leads to %s', (from, key, to) => {
  const move = targetMove(key, false);
  expect(move && walkTargets(targets, from as DropPlace, rectOf(from), move)).toBe(to);
});

test('Shift and Tab go back, around the end', () => {
  const move = targetMove('Tab', true);
  expect(move && walkTargets(targets, 'a' as DropPlace, rectOf('a'), move)).toBe('sheet');
});

test('the first key finds a place, whichever way it points', () => {
  const from = { x: 38, y: 80, width: 10, height: 10 };
  expect(walkTargets(targets, null, from, 'down')).toBe('c');
  expect(walkTargets(targets, null, null, 'left')).toBe('a');
  expect(walkTargets([], null, from, 'next')).toBeNull();
});

test('other keys have no say', () => {
  expect(targetMove('x', false)).toBeNull();
});
