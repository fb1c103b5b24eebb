import { expect, test } from 'vitest';
import { Random } from './random.ts';

test('the same seed gives the same sequence, another seed another', () => {
  const draw = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 5 }, () => random.below(1000));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('stays in its bounds and reaches all of them', () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 500 }, () => random.below(6)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(() => random.pick([])).toThrow(RangeError);
});
