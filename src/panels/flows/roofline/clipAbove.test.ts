import { expect, test } from 'vitest';
import { clipAbove } from './clipAbove.ts';

test('a line ends and begins where it crosses', () => {
  const points = [
    { x: 0, y: 40 },
    { x: 10, y: 0 },
    { x: 20, y: 0 },
    { x: 30, y: 40 },
  ];
  expect(clipAbove(points, 20)).toEqual([
    { x: 0, y: 40 },
    { x: 5, y: 20 },
    null,
    null,
    { x: 25, y: 20 },
    { x: 30, y: 40 },
  ]);
});

test('what is below stays, gaps too', () => {
  const points = [{ x: 0, y: 40 }, null, { x: 10, y: 30 }];
  expect(clipAbove(points, 20)).toEqual(points);
});
