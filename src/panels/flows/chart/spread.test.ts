import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('what has room stays where it is', () => {
  expect(spread([10, 50, 90], 14, [0, 100])).toEqual([10, 50, 90]);
});

test('what collides moves apart around its middle', () => {
  expect(spread([50, 50], 14, [0, 100])).toEqual([43, 57]);
  expect(spread([20, 50, 52, 54], 14, [0, 100])).toEqual([20, 38, 52, 66]);
});

test('the ends hold', () => {
  expect(spread([0, 2], 14, [0, 100])).toEqual([0, 14]);
  expect(spread([99, 100], 14, [0, 100])).toEqual([86, 100]);
});

test('nothing overlaps, leaves its room or changes its order', () => {
  const places = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { maxLength: 20 });
  fc.assert(
    fc.property(places, (wanted) => {
      const found = spread(wanted, 14, [0, 300]);
      const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
      const sorted = order.map((at) => found[at] ?? 0);
      for (const [at, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-6);
        expect(place).toBeLessThanOrEqual(300 + 1e-6);
        const next = sorted[at + 1];
        if (next !== undefined) expect(next - place).toBeGreaterThanOrEqual(14 - 1e-6);
      }
    }),
  );
});
