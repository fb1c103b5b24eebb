import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import type { MapperRules } from './mapperRules.ts';
import {
  BY_BUS,
  by,
  contextOf,
  FIRST_PAGE,
  peer,
  REFUSED,
  ram,
  reasons,
  shown,
  THROUGH_HOST,
} from './mapping.testkit.ts';
import type { PeerMemory, SgEntry } from './scatterlist.ts';

const before60 = (
  list: readonly SgEntry[],
  mapper: MapperRules['mapper'] = 'intel-ops',
  rules: Partial<MapperRules> = {},
) => dmaMapSg(list, contextOf({ rules: { ...by(mapper), ...FIRST_PAGE, ...rules } }));

test('by bus address: RAM too gets its raw address, which no IOMMU knows (E22)', () => {
  const mapping = before60([peer(BY_BUS), ram(0x1000_0000)]);
  expect(shown(mapping)).toEqual(['3800000000+1000 BUS', '10000000+1000 PHYS']);
  expect(reasons(mapping)).toEqual(['first', 'first-page']);
  expect(mapping.outputs[1]?.defects).toEqual(['raw-physical']);
  expect(mapping.iova).toEqual([]);
});

test('… which is right where nothing translates', () => {
  const mapping = before60([peer(BY_BUS), ram(0x1000_0000)], 'direct');
  expect(mapping.outputs[1]?.defects).toEqual([]);
});

test('the first provider’s offset, whoever lends the memory, with the sign of its time (E26)', () => {
  const first: PeerMemory = {
    provider: null,
    mapType: 'BUS_ADDR',
    busOffset: 0x1000_0000,
    hasWrongSign: true,
  };
  const mapping = before60([peer(first), peer(BY_BUS, 0x1000, 0x39_0000_0000)]);
  expect(shown(mapping)).toEqual(['3810000000+1000 BUS', '3910000000+1000 BUS']);
  expect(mapping.outputs.map(({ defects }) => defects)).toEqual([['wrong-sign'], ['first-offset']]);
});

test('through the host bridge: all go as the device’s mapper does', () => {
  const list = [peer(THROUGH_HOST), ram(0x1000_0000), peer(REFUSED, 0x1000, 0x39_0000_0000)];
  const joined = before60(list, 'iommu-dma');
  expect(shown(joined)).toEqual(['ffffc000+3000 IOVA']);
  expect(joined.outputs[0]?.defects).toEqual(['as-ram']);
  const apart = before60(list);
  expect(apart.outputs.map(({ defects }) => defects)).toEqual([[], [], ['as-ram']]);
});

test('out of reach: a warning, and 0', () => {
  expect(before60([peer(REFUSED), ram(0x1000_0000)])).toMatchObject({
    returns: 'zero',
    failedAt: 0,
    outputs: [],
  });
});

test('before map types it was always the bus address', () => {
  const mapping = before60([peer(REFUSED)], 'direct', { firstPageAsks: false });
  expect(shown(mapping)).toEqual(['3800000000+1000 BUS']);
});

test('devices that are software are refused', () => {
  expect(before60([peer(BY_BUS)], 'virt-ops').errno).not.toBe(0);
});

test('before map types nobody looked at that either', () => {
  const mapping = before60([peer(BY_BUS)], 'virt-ops', { firstPageAsks: false });
  expect(shown(mapping)).toEqual(['3800000000+1000 BUS']);
});

test('a list that starts with RAM never comes here', () => {
  expect(reasons(before60([ram(0x1000_0000), peer(BY_BUS)]))).toEqual(['first', 'private-ops']);
});
