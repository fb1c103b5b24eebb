import { expect, test } from 'vitest';
import { longestRising } from './longestRising.ts';

test.each([
  [[], []],
  [[5], [0]],
  [
    [1, 2, 3],
    [0, 1, 2],
  ],
  [[3, 2, 1], [2]],
  [
    [2, 0, 1, 4, 3],
    [1, 2, 4],
  ],
  [
    [0, 9, 1, 2, 3],
    [0, 2, 3, 4],
  ],
])('of %j the places %j', (numbers, places) => {
  expect(longestRising(numbers)).toEqual(places);
});
