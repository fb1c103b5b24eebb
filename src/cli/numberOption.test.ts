import { describe, expect, test } from 'vitest';
import { parseCommandArgs } from './args.ts';
import { numberAmong, numberBetween, sizeOption } from './numberOption.ts';

const given = (value: string | null) =>
  parseCommandArgs(value === null ? [] : [`--x=${value}`], { x: { type: 'string' } });

test('nothing given is nothing chosen', () => {
  const args = given(null);
  expect([
    numberAmong(args, 'x', [1]),
    numberBetween(args, 'x', { least: 0, most: 1 }),
    sizeOption(args, 'x'),
  ]).toEqual([null, null, null]);
});

describe('sizes', () => {
  test.each([
    ['64', 64],
    ['4K', 4096],
    ['4k', 4096],
    ['64 MiB', 2 ** 26],
    ['1GB', 2 ** 30],
    ['2TiB', 2 ** 41],
  ])('%s', (text, bytes) => {
    expect(sizeOption(given(text), 'x')).toBe(bytes);
  });

  test.each(['0', '', '-1', '1.5K', 'a lot', '4P', '9999999999999999'])('not %s', (text) => {
    expect(() => sizeOption(given(text), 'x')).toThrow('--x takes bytes');
  });
});

describe('numbers', () => {
  test('within limits', () => {
    expect(numberBetween(given('0.95'), 'x', { least: 0.1, most: 1 })).toBe(0.95);
    expect(numberBetween(given('256'), 'x', { least: 1, most: 1024, isWhole: true })).toBe(256);
  });

  test.each(['1.5', '-1', 'x', '', 'Infinity', '1e3', '2000'])('not %s', (text) => {
    const range = { least: 1, most: 1024, isWhole: true };
    expect(() => numberBetween(given(text), 'x', range)).toThrow('a whole number from 1 to 1024');
  });

  test('of a few', () => {
    expect(numberAmong(given('64'), 'x', [32, 64])).toBe(64);
    expect(() => numberAmong(given('65'), 'x', [32, 64])).toThrow('--x takes 32 or 64, not 65.');
  });
});
