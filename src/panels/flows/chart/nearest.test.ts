import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('the nearer of two, the first where both are as near', () => {
  expect(nearest([0, 10, 30], 4)).toBe(0);
  expect(nearest([0, 10, 30], 5)).toBe(0);
  expect(nearest([0, 10, 30], 6)).toBe(1);
  expect(nearest([0, 10, 30], 99)).toBe(2);
  expect(nearest([0, 10, 30], -9)).toBe(0);
  expect(nearest([], 5)).toBe(0);
});

test('as looking at all of them says', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
      fc.integer({ min: -100, max: 1100 }),
      (places, at) => {
        const rising = [...places].sort((a, b) => a - b);
        const distance = Math.min(...rising.map((place) => Math.abs(place - at)));
        expect(Math.abs((rising[nearest(rising, at)] ?? 0) - at)).toBe(distance);
      },
    ),
  );
});
