import { expect, test } from 'vitest';
import { isSameWay, waysToDivide } from './waysToDivide.ts';

test('every way that a slot of that size offers, each once', () => {
  const ways = waysToDivide(16);
  expect(ways).toContainEqual([16]);
  expect(ways).toContainEqual([4, 4, 4, 4]);
  expect(new Set(ways.map(String)).size).toBe(ways.length);
  expect(ways.every((way) => way.reduce((sum, lanes) => sum + lanes, 0) <= 16)).toBe(true);
  expect(waysToDivide(1)).toEqual([[1]]);
  expect(waysToDivide(3)).toEqual([]);
  expect(waysToDivide(null)).toEqual([]);
});

test('the order of the groups counts', () => {
  expect(isSameWay([8, 4, 4], [8, 4, 4])).toBe(true);
  expect(isSameWay([8, 4, 4], [4, 4, 8])).toBe(false);
  expect(isSameWay([8, 8], [8, 8, 8])).toBe(false);
});
