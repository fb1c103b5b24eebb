import { expect, test } from 'vitest';
import { dmaMapSgAttrs } from './dmaMapSgAttrs.ts';
import type { MapperKind } from './mapper.ts';
import { by, contextOf, ram } from './mapping.testkit.ts';

const PAGES = [ram(0x1000_0000), ram(0x2000_0000)];

const spaces = (mapper: MapperKind, inner = mapper) => {
  const context = contextOf({ rules: { ...by(mapper), inner } });
  const { outputs } = dmaMapSgAttrs(PAGES, { ...context, asked: null });
  return outputs.map(({ space }) => space).join(' ');
};

test.each([
  ['direct', 'PHYS PHYS'],
  ['iommu-dma', 'IOVA'],
  ['intel-ops', 'IOVA IOVA'],
  ['amd-ops', 'IOVA IOVA'],
  ['virt-ops', 'VADDR VADDR'],
  ['rdma-virt', 'VADDR VADDR'],
  ['xen-swiotlb', 'PHYS PHYS'],
  ['foreign-ops', 'PHYS PHYS'],
] as const)('%s', (mapper, expected) => {
  expect(spaces(mapper)).toBe(expected);
});

test.each([
  ['vmd-ops', 'intel-ops', 'IOVA IOVA'],
  ['vmd-ops', 'direct', 'PHYS PHYS'],
  ['p2p-shim', 'iommu-dma', 'IOVA IOVA'],
  ['p2p-shim', 'direct', 'PHYS PHYS'],
] as const)('%s hands on to %s', (mapper, inner, expected) => {
  expect(spaces(mapper, inner)).toBe(expected);
});
