import { expect, test } from 'vitest';
import { lengthOf, partAlong, pointAlong, simplified, squared } from './polyline.ts';

const at = (x: number, y: number) => ({ x, y });
const corner = [at(0, 0), at(0, -10), at(30, -10)];

test('a share of the length is a place and a direction', () => {
  expect(lengthOf(corner)).toBe(40);
  expect(pointAlong(corner, 0)).toEqual({ ...at(0, 0), angle: -Math.PI / 2 });
  expect(pointAlong(corner, 0.5)).toEqual({ ...at(10, -10), angle: 0 });
  expect(pointAlong(corner, 7)).toMatchObject(at(30, -10));
  expect(pointAlong([], 0.5)).toEqual({ ...at(0, 0), angle: 0 });
  expect(pointAlong([at(4, 5), at(4, 5)], 0.5)).toEqual({ ...at(4, 5), angle: 0 });
});

test('the part up to there has the corners passed', () => {
  expect(partAlong(corner, 0.5)).toEqual([at(0, 0), at(0, -10), at(10, -10)]);
  expect(partAlong(corner, 0.125)).toEqual([at(0, 0), at(0, -5)]);
});

test('what is gone there and straight back is left out', () => {
  expect(simplified([at(0, 0), at(0, 0), at(0, -4), at(0, -10), at(30, -10)])).toEqual(corner);
  expect(simplified([at(0, 0), at(0, -20), at(0, -10), at(30, -10)])).toEqual(corner);
  // Up a trunk, and down from it again on the way to the neighbour.
  expect(
    simplified([at(0, 0), at(0, -5), at(20, -5), at(20, -30), at(20, -5), at(40, -5), at(40, 0)]),
  ).toEqual([at(0, 0), at(0, -5), at(40, -5), at(40, 0)]);
});

test('what would run aslant gets a corner', () => {
  expect(squared([at(0, 0), at(0, -10), at(30, -20)])).toEqual([
    at(0, 0),
    at(0, -10),
    at(0, -20),
    at(30, -20),
  ]);
});
