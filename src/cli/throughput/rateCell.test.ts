import { expect, test } from 'vitest';
import { rateCell } from './rateCell.ts';

test.each([
  [56.31e9, '56.3'],
  [0.98e9, '980 MB/s'],
  [65.6e6, '65.6 MB/s'],
  [12_500, '12.5 kB/s'],
  [0, '0'],
  [null, '?'],
])('%s bytes a second: %s', (rate, cell) => {
  expect(rateCell(rate)).toBe(cell);
});
