import { describe, expect, test } from 'vitest';
import { inLanes } from './lanes.ts';
import type { Point } from './scene.ts';

const line = (...points: readonly (readonly [number, number])[]): readonly Point[] =>
  points.map(([x, y]) => ({ x, y }));
const told = (points: readonly Point[] | undefined) => points?.map(({ x, y }) => [x, y]);

describe('lanes beside one another', () => {
  test('up on the right, down on the other side', () => {
    const [way] = inLanes([line([0, 100], [0, 0])], 10, 'down');
    expect(told(way)).toEqual([
      [5, 100],
      [5, 0],
    ]);
    const [back] = inLanes([line([0, 0], [0, 100])], 10, 'down');
    expect(told(back)).toEqual([
      [-5, 0],
      [-5, 100],
    ]);
  });

  test('there and back is a loop, not one line', () => {
    const [way] = inLanes([line([0, 100], [0, 0], [0, 100])], 10, 'down');
    expect(told(way)).toEqual([
      [5, 100],
      [5, 0],
      [-5, 0],
      [-5, 100],
    ]);
  });

  test('across the tree it is moved towards the leaves, whichever way the tree grows', () => {
    const down = inLanes([line([0, 0], [100, 0])], 7, 'down');
    expect(told(down[0])).toEqual([
      [0, 2],
      [100, 2],
    ]);
    const right = inLanes([line([0, 0], [0, 100])], 7, 'right');
    expect(told(right[0])).toEqual([
      [2, 0],
      [2, 100],
    ]);
  });

  test('the one that turns off to the left lies left of the one that goes on, in any order', () => {
    const left = line([0, 100], [0, 50], [-50, 50]);
    const on = line([0, 100], [0, 0]);
    const right = line([0, 100], [0, 20], [50, 20]);
    for (const ways of [
      [left, on, right],
      [right, left, on],
      [on, right, left],
    ]) {
      const lanes = inLanes(ways, 10, 'down');
      const startOf = (way: readonly Point[]) => lanes[ways.indexOf(way)]?.[0]?.x ?? Number.NaN;
      expect(startOf(left)).toBeLessThan(startOf(on));
      expect(startOf(on)).toBeLessThan(startOf(right));
    }
  });

  test('the very same way twice has two lanes', () => {
    const way = line([0, 100], [0, 0]);
    const [a, b] = inLanes([way, way], 10, 'down');
    expect(told(a)).not.toEqual(told(b));
  });

  test('corners that add nothing go, and what has no length is no line', () => {
    const [way] = inLanes([line([0, 100], [0, 100], [0, 50], [0, 0])], 10, 'down');
    expect(way).toHaveLength(2);
    expect(inLanes([[], line([3, 4])], 10, 'down').map((each) => each.length)).toEqual([0, 1]);
  });
});
