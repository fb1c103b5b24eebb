import { describe, expect, it } from 'vitest';
import { curveSizes } from './curveSizes.ts';
import { anchorSizes, filledIn } from './sharedRates.ts';

describe('sizes that are computed among others', () => {
  const sizes = curveSizes(256, 512);

  it('are all of them where few others are there, and ever fewer', () => {
    expect(anchorSizes(sizes, 256, 512, 4).size).toBe(sizes.length);
    const some = anchorSizes(sizes, 256, 512, 10);
    const least = anchorSizes(sizes, 256, 512, 60);
    expect(some.size).toBeLessThan(sizes.length / 2);
    expect(least.size).toBeLessThan(some.size);
    for (const size of [1, 256, 257, 512, 513, 2 ** 22]) expect(least.has(size)).toBe(true);
  });

  it('leave the others the part that their neighbours have', () => {
    const computed = new Map([
      [1, 5],
      [4, 20],
    ]);
    expect(filledIn([1, 2, 4], [10, 20, 20], computed)).toEqual([5, 15, 20]);
    expect(filledIn([1, 2], [10, 20], new Map([[1, 5]]))).toEqual([5, 10]);
    expect(filledIn([1, 2], [0, 0], new Map([[1, 0]]))).toEqual([0, 0]);
    expect(filledIn([1, 2], [3, 4], new Map())).toEqual([3, 4]);
  });
});
