import { expect, test } from 'vitest';
import { eraById } from '../kernel/eras.ts';
import { outcomesOf } from './outcome.ts';
import { pciP2pdmaDistance } from './pairVerdict.ts';

const now = eraById('7.1').features;
const v5_2 = eraById('5.2').features;

test.each([
  ['BUS_ADDR', 4, now, 4],
  ['THRU_HOST_BRIDGE', 8, now, 8],
  ['NOT_SUPPORTED', 8, now, -1],
  ['NOT_SUPPORTED', null, now, -1],
  ['THRU_HOST_BRIDGE', null, now, null],
  [null, 4, now, null],
  ['THRU_HOST_BRIDGE', 4, v5_2, 0x1004],
  ['BUS_ADDR', 4, v5_2, 4],
] as const)('%s at %s returns %#', (mapType, distance, features, returned) => {
  expect(pciP2pdmaDistance(mapType, distance, features)).toBe(returned);
});

test('a set of outcomes is named in a fixed order', () => {
  expect(outcomesOf(7)).toEqual(['BUS_ADDR', 'THRU_HOST_BRIDGE', 'NOT_SUPPORTED']);
  expect(outcomesOf(0)).toEqual([]);
});
