import { expect, test } from 'vitest';
import {
  packetsWords,
  perSecondWords,
  rateFigure,
  rateParts,
  rateWords,
  timeWords,
} from './rateWords.ts';

test.each([
  [28.154e9, '28.2'],
  [109.46e9, '109'],
  [999.6e9, '1000'],
  [0.51234e9, '0.512'],
  [7e9, '7.00'],
  [1234.5e9, '1235'],
  [40_000, '0.0000400'],
  [3, '3e-9'],
  [0, '0'],
  [null, '?'],
])('%s bytes a second are %s GB/s', (rate, words) => {
  expect(rateFigure(rate)).toBe(words);
});

test('a rate that nobody knows is no figure', () => {
  expect(rateWords(null)).toBe('rate not known');
  expect(rateWords(56.31e9)).toBe('56.3 GB/s');
});

test('what is much smaller has a unit of its own', () => {
  expect(rateParts(65.57e6)).toEqual({ figure: '65.6', unit: 'MB/s' });
  expect(rateWords(12_500)).toBe('12.5 kB/s');
  expect(rateWords(0)).toBe('0 GB/s');
});

test('packets say how much data those have that carry any', () => {
  expect(packetsWords({ requests: 26.7e6, completions: 0 }, 26.7e6 * 256)).toBe(
    '26.7 M/s requests of 256 bytes',
  );
  expect(packetsWords({ requests: 709_000, completions: 709_000 }, 709_000 * 8)).toBe(
    '709 k/s requests, 709 k/s completions of 8 bytes',
  );
  expect(packetsWords({ requests: 0, completions: 0 }, 0)).toBe('0/s requests');
});

test('packets and times are written in the unit that suits them', () => {
  expect(perSecondWords(219_960_000)).toBe('220 M/s');
  expect(perSecondWords(61_250)).toBe('61.3 k/s');
  expect(perSecondWords(0)).toBe('0/s');
  expect(timeWords(512)).toBe('512 ns');
  expect(timeWords(1067)).toBe('1.07 µs');
  expect(timeWords(3_400_000)).toBe('3.4 ms');
});
