import { expect, test } from 'vitest';
import { heldAt } from './heldAt.ts';

const view = { x: 100, y: 50, width: 40, height: 20 };

test('a view that is taken up within does not jump', () => {
  expect(heldAt(view, { x: 102, y: 52 })).toEqual({ x: 18, y: 8 });
  expect(heldAt(view, { x: 140, y: 70 })).toEqual({ x: -20, y: -10 });
});

test('pressed elsewhere, it comes to the hand', () => {
  expect(heldAt(view, { x: 300, y: 52 })).toEqual({ x: 0, y: 0 });
});
