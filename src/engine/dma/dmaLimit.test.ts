import { expect, test } from 'vitest';
import { dmaLimit } from './dmaLimit.ts';
import { DEVICE } from './mapping.testkit.ts';

test.each([
  ['its mask', 0xffff_ffff, null, 0xffff_ffff],
  ['what the bus carries', 2 ** 64, 2 ** 40 - 1, 2 ** 40 - 1],
  ['the lower of both', 0xffff_ffff, 2 ** 40 - 1, 0xffff_ffff],
])('%s', (_, mask, busLimit, limit) => {
  expect(dmaLimit({ ...DEVICE, mask, busLimit })).toBe(limit);
});
