import { expect, test } from 'vitest';
import { indentAfter } from './indentAfter.ts';

test.each([
  ['socket 0', 2],
  ['  host h0 1022:14a4   # the first', 4],
  ['    rp0: port gen5 x16', 6],
  ['    "rp 0": port gen5 x16', 6],
  ['      port', 8],
  ['        gpu0: gpu gen5 x16', 8],
  ['machine "port"', 0],
  ['flow port: a -> b write', 0],
  ['    # port', 4],
  ['    ', 4],
  ['', 0],
])('after %j come %i spaces', (line, spaces) => {
  expect(indentAfter(line, true)).toBe(spaces);
});

test('a line that is parted stays as deep as it was', () => {
  expect(indentAfter('    rp0: port', false)).toBe(4);
});
