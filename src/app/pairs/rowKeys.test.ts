import { expect, test } from 'vitest';
import { rowAfterKey } from './rowKeys.ts';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 3, 2],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['Enter', 1, null],
] as const)('%s in row %i of five', (key, row, next) => {
  expect(rowAfterKey(key, row, 5)).toBe(next);
});
