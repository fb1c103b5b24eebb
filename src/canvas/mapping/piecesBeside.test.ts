import { expect, test } from 'vitest';
import { piecesBeside } from './piecesBeside.ts';

const line = (...points: readonly (readonly [number, number])[]) =>
  points.map(([x, y]) => ({ x, y }));

test('a line is not seen where words lie over it', () => {
  const up = line([0, 100], [0, 0], [50, 0]);
  expect(piecesBeside(up, [{ x: -20, y: 40, width: 60, height: 10 }])).toEqual([
    line([0, 100], [0, 50]),
    line([0, 40], [0, 0], [50, 0]),
  ]);
});

test('it may begin, turn and end beneath something', () => {
  const up = line([0, 100], [0, 0], [50, 0]);
  const covered = [
    { x: -5, y: 90, width: 10, height: 30 },
    { x: -5, y: -5, width: 10, height: 10 },
    { x: 40, y: -5, width: 20, height: 10 },
  ];
  expect(piecesBeside(up, covered)).toEqual([line([0, 90], [0, 5]), line([5, 0], [40, 0])]);
});

test('along an edge it is seen as a whole, and so it is beside everything', () => {
  const up = line([0, 100], [0, 0]);
  expect(piecesBeside(up, [{ x: 0, y: 20, width: 30, height: 20 }])).toEqual([up]);
  expect(piecesBeside(up, [{ x: 500, y: 20, width: 30, height: 20 }])).toEqual([up]);
  expect(piecesBeside(up, [{ x: -5, y: -5, width: 10, height: 200 }])).toEqual([]);
  expect(piecesBeside([], [])).toEqual([]);
});
