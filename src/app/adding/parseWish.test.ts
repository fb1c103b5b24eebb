import { expect, test } from 'vitest';
import { MOST_AT_ONCE, parseWish } from './parseWish.ts';

test.each([
  ['8 h100', 8, 'h100'],
  ['  8   h100 ', 8, 'h100'],
  ['2x switch', 2, 'switch'],
  ['2 x switch', 2, 'switch'],
  ['2×switch', 2, 'switch'],
  ['2 xeon', 2, 'xeon'],
  ['2xeon', 2, 'xeon'],
  ['3 * nvme', 3, 'nvme'],
  ['gpu', 1, 'gpu'],
  ['', 1, ''],
  ['8', 8, ''],
  ['x4 slot', 1, 'x4 slot'],
  ['905p', 1, '905p'],
  ['0 gpu', 1, '0 gpu'],
  ['999 gpu', MOST_AT_ONCE, 'gpu'],
])('%j is first read as %i of %j', (text, count, words) => {
  expect(parseWish(text)[0]).toEqual({ count, words });
});

test.each([
  ['gpu x4', 4, 'gpu'],
  ['rtx pro 6000 ×2', 2, 'rtx pro 6000'],
  ['switch 2x', 2, 'switch'],
])('%j is a name, or else %i of %j', (text, count, words) => {
  expect(parseWish(text)).toEqual([
    { count: 1, words: text },
    { count, words },
  ]);
});

test('an x in between may be the word’s', () => {
  expect(parseWish('4xh100').map(({ words }) => words)).toEqual(['xh100', 'h100', '4xh100']);
});

test('what begins with a number may be a name as well', () => {
  expect(parseWish('8 h100')).toEqual([
    { count: 8, words: 'h100' },
    { count: 1, words: '8 h100' },
  ]);
});
