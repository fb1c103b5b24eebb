import { expect, test } from 'vitest';
import { handMoved } from './handHold.ts';

const moved = (isTouch: boolean, dx: number, dy: number) =>
  handMoved({ x: 10, y: 20, isTouch }, { x: 10 + dx, y: 20 + dy });

test('a mouse takes a thing after four pixels, whichever way it goes', () => {
  expect(moved(false, 2, 2)).toBe('resting');
  expect(moved(false, 0, -4)).toBe('taken');
  expect(moved(false, 4, 0)).toBe('taken');
});

test('a finger takes it sideways; up and down it scrolls', () => {
  expect(moved(true, 5, 5)).toBe('resting');
  expect(moved(true, -9, 4)).toBe('taken');
  expect(moved(true, 4, 9)).toBe('let-go');
  expect(moved(true, 8, 8)).toBe('let-go');
});
