import { expect, test } from 'vitest';
import { tableLines } from './columns.ts';

test('columns are as wide as what stands in them, and the last one breaks its lines', () => {
  const lines = tableLines(
    [{ title: 'name', most: 8 }, { title: 'n', isNumber: true }, { title: 'why' }],
    [
      [['a'], ['1'], ['short']],
      [
        ['averylongname of two'],
        ['1000', '+ 20'],
        ['much longer than what is left of it', 'then this'],
      ],
    ],
    32,
  );
  expect(lines).toEqual([
    'name         n  why',
    'a            1  short',
    'averylo…  1000  much longer than',
    '  of two  + 20    what is left',
    '                  of it',
    '                then this',
  ]);
});
