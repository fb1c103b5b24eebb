import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import { BY_BUS, contextOf, type Given, peer, ram } from './mapping.testkit.ts';
import type { SgEntry } from './scatterlist.ts';

const calls = (list: readonly SgEntry[], device: Given['device'] = {}) =>
  dmaMapSg(list, contextOf({ device })).maps.map(({ phys, size, first, count }) => [
    phys,
    size,
    first,
    count,
  ]);

test.each<[string, readonly SgEntry[], readonly (readonly number[])[]]>([
  [
    'apart',
    [ram(0x1000), ram(0x9000)],
    [
      [0x1000, 0x1000, 0, 1],
      [0x9000, 0x1000, 1, 1],
    ],
  ],
  ['side by side', [ram(0x1000), ram(0x2000), ram(0x3000)], [[0x1000, 0x3000, 0, 3]]],
  ['from the granule’s start', [ram(0x1200, 0x100)], [[0x1000, 0x1000, 0, 1]]],
  [
    'a bus entry in between parts them',
    [ram(0x1000), peer(BY_BUS), ram(0x2000)],
    [
      [0x1000, 0x1000, 0, 1],
      [0x2000, 0x1000, 2, 1],
    ],
  ],
])('%s', (_, list, expected) => {
  expect(calls(list)).toEqual(expected);
});

test('what follows a padded entry in memory is mapped as well', () => {
  const list = [ram(0x1000_0000, 0xc000), ram(0x2000_0000, 0xc000)];
  expect(calls(list, { boundary: 0xffff })[0]).toEqual([0x1000_0000, 0x1_0000, 0, 1]);
});
