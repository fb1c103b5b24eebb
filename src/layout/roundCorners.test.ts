import { expect, test } from 'vitest';
import { roundCorners } from './roundCorners.ts';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

test('corners are cut by the radius, and stay inside', () => {
  const rounded = roundCorners(square, 3);
  expect(rounded).toHaveLength(20);
  expect(rounded[0]).toEqual({ x: 0, y: 3 });
  expect(rounded[4]).toEqual({ x: 3, y: 0 });
  for (const { x, y } of rounded) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(x, y)).toBeLessThanOrEqual(10);
  }
});

test('short lines are not run over', () => {
  expect(roundCorners(square, 80)[0]).toEqual({ x: 0, y: 5 });
});
