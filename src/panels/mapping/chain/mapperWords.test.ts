import { expect, test } from 'vitest';
import type { MapperKind } from '../../../engine/dma/mapper.ts';
import { mapperTitle, maskWords, segmentBytes } from './mapperWords.ts';

test.each<[MapperKind, MapperKind, string]>([
  ['direct', 'direct', 'dma-direct maps for'],
  ['iommu-dma', 'direct', 'iommu-dma maps for'],
  ['virt-ops', 'virt-ops', 'dma_virt_ops map for'],
  ['rdma-virt', 'rdma-virt', 'The RDMA core maps for'],
  ['vmd-ops', 'intel-ops', 'VMD’s operations, which hand on to VT-d’s own operations, map for'],
  ['p2p-shim', 'iommu-dma', 'Operations put in at a bridge, which hand on to iommu-dma, map for'],
  ['foreign-ops', 'direct', 'Operations of the driver’s own, in place of dma-direct, map for'],
])('%s over %s: %s', (kind, inner, title) => {
  expect(mapperTitle({ kind, inner })).toBe(title);
});

test.each([
  [2 ** 64, '64 bits'],
  [2 ** 32 - 1, '32 bits'],
  [2 ** 47 - 1, '47 bits'],
  [0x7_0000_0000, 'up to 0x700000000'],
])('a mask of %d: %s', (mask, words) => {
  expect(maskWords({ mask })).toBe(words);
});

test('the longest segment as a size', () => {
  expect(segmentBytes({ maxSegment: 0xffff_ffff })).toBe(2 ** 32);
  expect(segmentBytes({ maxSegment: 0x1_0000 })).toBe(0x1_0000);
});
