import { expect, test } from 'vitest';
import { ERRNO } from './dmaMapping.ts';
import {
  BY_BUS,
  contextOf,
  type Given,
  peer,
  REFUSED,
  ram,
  THROUGH_HOST,
} from './mapping.testkit.ts';
import type { SgEntry } from './scatterlist.ts';
import { sizeIovaRange } from './sizeIovaRange.ts';

const sized = (list: readonly SgEntry[], given: Given = {}) => {
  const found = sizeIovaRange(list, { ...contextOf(given), asked: null });
  return 'errno' in found ? found : [found.total, ...found.spans];
};

test.each<[string, readonly SgEntry[], Given, readonly number[]]>([
  ['whole granules', [ram(0x1000, 0x1000), ram(0x9000, 1)], {}, [0x2000, 0x1000, 0x1000]],
  ['both ends within one', [ram(0x1e00, 0x400)], {}, [0x2000, 0x2000]],
  [
    'granules of 64 KiB',
    [ram(0x1000, 0x1000)],
    { rules: { granule: 0x1_0000 } },
    [0x1_0000, 0x1_0000],
  ],
  ['bus entries take none', [peer(BY_BUS), ram(0)], {}, [0x1000, 0, 0x1000]],
  ['through the host bridge is like RAM', [peer(THROUGH_HOST, 0x2000)], {}, [0x2000, 0x2000]],
  [
    'the one before reaches up to the boundary',
    [ram(0, 0xc000), ram(0, 0xc000), ram(0, 0xc000)],
    { device: { boundary: 0xffff } },
    [0x2_c000, 0x1_0000, 0x1_0000, 0xc000],
  ],
  [
    'also across a bus entry',
    [ram(0, 0xc000), peer(BY_BUS), ram(0, 0xc000)],
    { device: { boundary: 0xffff } },
    [0x1_c000, 0x1_0000, 0, 0xc000],
  ],
  [
    'not where it ends on the boundary',
    [ram(0, 0xc000), ram(0, 0x4000), ram(0, 0x4000)],
    { device: { boundary: 0xffff } },
    [0x1_4000, 0xc000, 0x4000, 0x4000],
  ],
  [
    'an entry longer than the boundary begins on one',
    [ram(0, 0x1000), ram(0, 0x3_0000)],
    { device: { boundary: 0xffff } },
    [0x4_0000, 0x1_0000, 0x3_0000],
  ],
  [
    'an empty entry counts as endless',
    [ram(0, 0xc000), ram(0, 0)],
    { device: { boundary: 0xffff } },
    [0x1_0000, 0x1_0000, 0],
  ],
  [
    'a mask of all ones',
    [ram(0, 0xc000), ram(0, 0xc000)],
    { device: { boundary: 2 ** 64 } },
    [0x1_8000, 0xc000, 0xc000],
  ],
])('%s', (_, list, given, expected) => {
  expect(sized(list, given)).toEqual(expected);
});

test('a peer out of reach ends the walk', () => {
  expect(sized([ram(0), peer(REFUSED), ram(0)])).toEqual({ errno: ERRNO.EREMOTEIO, failedAt: 1 });
});
