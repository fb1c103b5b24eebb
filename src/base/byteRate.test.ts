import { expect, test } from 'vitest';
import { byteRate, threeDigits } from './byteRate.ts';

test.each([
  [28.154e9, '28.2 GB/s'],
  [56.31e9, '56.3 GB/s'],
  [7e9, '7.00 GB/s'],
  [109.5e9, '110 GB/s'],
  [999_960_000, '1.00 GB/s'],
  [133e6, '133 MB/s'],
  [12_500, '12.5 kB/s'],
  [17, '17.0 B/s'],
  [0, '0 B/s'],
])('%d is %s', (rate, text) => {
  expect(byteRate(rate)).toBe(text);
});

test('differences have a sign', () => {
  expect(threeDigits(-3.456)).toBe('-3.46');
});
