import { describe, expect, test } from 'vitest';
import type { MapperKind } from '../../../engine/dma/mapper.ts';
import { type MappingOptions, USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import { chainTitle, endWord, mapperTitle, maskWords, segmentBytes } from './mapperWords.ts';

test.each<[MapperKind, MapperKind, string]>([
  ['direct', 'direct', 'dma-direct maps for'],
  ['iommu-dma', 'direct', 'iommu-dma maps for'],
  ['virt-ops', 'virt-ops', 'dma_virt_ops map for'],
  ['rdma-virt', 'rdma-virt', 'The RDMA core maps for'],
  ['vmd-ops', 'intel-ops', 'VMD’s operations, which hand on to VT-d’s own operations, map for'],
  [
    'p2p-shim',
    'iommu-dma',
    'Operations injected at each bridge, which hand on to iommu-dma, map for',
  ],
  ['foreign-ops', 'direct', 'Operations of the driver’s own, in place of dma-direct, map for'],
])('%s over %s: %s', (kind, inner, title) => {
  expect(mapperTitle({ kind, inner })).toBe(title);
});

describe('designs that do something else than map', () => {
  const title = (
    design: MappingOptions['design'],
    inner: MapperKind,
    ...kinds: readonly ('ram' | 'peer')[]
  ) =>
    chainTitle({
      options: { ...USUAL_MAPPING, design },
      entries: kinds.map((kind) => ({ kind })),
      chosen: { kind: 'direct', inner, chain: [], capability: { answer: 'no', text: '' } },
    });

  test.each<[MappingOptions['design'], MapperKind, readonly ('ram' | 'peer')[], string]>([
    ['kernel', 'direct', ['ram', 'peer'], 'dma-direct maps for'],
    ['physical-until-used', 'direct', ['ram'], 'Nobody maps yet; physical addresses for'],
    ['out-of-tree', 'direct', ['peer'], 'The peer’s module hands over physical addresses for'],
    [
      'out-of-tree',
      'iommu-dma',
      ['peer', 'ram'],
      'The peer’s module hands over physical addresses, and iommu-dma maps host memory, for',
    ],
    ['out-of-tree', 'direct', ['ram'], 'dma-direct maps for'],
  ])('%s over %s, %j: %s', (design, inner, kinds, words) => {
    expect(title(design, inner, ...kinds)).toBe(words);
  });
});

test('requests that nobody maps hold addresses, and what holds them does not map', () => {
  expect(endWord({ options: USUAL_MAPPING })).toBe('maps');
  expect(endWord({ options: { ...USUAL_MAPPING, design: 'physical-until-used' } })).toBe(
    'holds them',
  );
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
