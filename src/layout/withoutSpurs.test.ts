import { expect, test } from 'vitest';
import { withoutSpurs } from './withoutSpurs.ts';

const line = (...points: readonly (readonly [number, number])[]) =>
  points.map(([x, y]) => ({ x, y }));

test('what goes nowhere and comes straight back is left out', () => {
  const spur = line([50, 0], [50, 20], [0, 20], [0, 30], [0, 30], [0, 20], [90, 20], [90, 0]);
  expect(withoutSpurs(spur)).toEqual(line([50, 0], [50, 20], [90, 20], [90, 0]));
});

test('corners stay, and a line that ends where it began still ends there', () => {
  const corner = line([0, 0], [0, 20], [30, 20], [30, 0]);
  expect(withoutSpurs(corner)).toEqual(corner);
  expect(withoutSpurs(line([0, 0], [10, 0], [0, 0]))).toEqual(line([0, 0]));
  expect(withoutSpurs([])).toEqual([]);
});
