import { expect, it } from 'vitest';
import { curveSizes } from './curveSizes.ts';

it('has powers of two, and both neighbours of what fills packets', () => {
  const sizes = curveSizes(256, 512);
  for (const size of [1, 4, 64, 255, 256, 257, 511, 512, 513, 768, 1025, 2 ** 22]) {
    expect(sizes).toContain(size);
  }
  expect(sizes.length).toBeLessThanOrEqual(160);
});

it.each([
  [128, 128],
  [512, 4096],
  [4096, 4096],
  [8, 8],
])('payloads of %i and requests of %i make no more than 160', (payload, request) => {
  const sizes = curveSizes(payload, request);
  expect(sizes.length).toBeLessThanOrEqual(160);
  expect(sizes.every(Number.isInteger)).toBe(true);
  expect(Math.min(...sizes)).toBe(1);
});
