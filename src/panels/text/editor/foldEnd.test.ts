import { expect, test } from 'vitest';
import { foldEnd } from './foldEnd.ts';

const lines = [
  'socket 0',
  '  host h0',
  '    rp0: port',
  '',
  '      # what is plugged in',
  '      gpu0: gpu',
  '',
  '# the other one',
  'socket 1',
];
const textOf = (line: number) => lines[line - 1] ?? null;

test.each([
  [1, 6],
  [2, 6],
  [3, 6],
  [6, null],
  [9, null],
  [4, null],
  [8, null],
])('line %i folds up to %o', (line, last) => {
  expect(foldEnd(textOf, line)).toBe(last);
});
