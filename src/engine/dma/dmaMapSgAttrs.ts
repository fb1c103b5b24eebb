import { amdMapSg } from './amdMapSg.ts';
import { dmaDirectMapSg } from './dmaDirectMapSg.ts';
import type { DmaMapping } from './dmaMapping.ts';
import { dmaVirtMapSg } from './dmaVirtMapSg.ts';
import { foreignMapSg } from './foreignMapSg.ts';
import { intelMapSg } from './intelMapSg.ts';
import { iommuDmaMapSg } from './iommuDmaMapSg.ts';
import type { MapCall } from './mapContext.ts';
import type { MapperKind } from './mapper.ts';
import type { MapStep } from './mapStep.ts';
import type { SgEntry } from './scatterlist.ts';
import { shimMapSg } from './shimMapSg.ts';
import { xenSwiotlbMapSg } from './xenSwiotlbMapSg.ts';

type Mapper = (list: readonly SgEntry[], call: MapCall) => DmaMapping;

/** What operations hand on is mapped as that mapper's own rules say. */
const handOn: Mapper = (list, call) => {
  const { inner } = call.rules;
  return inner === call.rules.mapper
    ? foreignMapSg(list, call)
    : dmaMapSgAttrs(list, { ...call, rules: { ...call.rules, mapper: inner } });
};

const MAPPERS: Readonly<Record<MapperKind, Mapper>> = {
  direct: dmaDirectMapSg,
  'iommu-dma': iommuDmaMapSg,
  'intel-ops': intelMapSg,
  'amd-ops': amdMapSg,
  'vmd-ops': handOn,
  'virt-ops': dmaVirtMapSg,
  'rdma-virt': dmaVirtMapSg,
  'xen-swiotlb': xenSwiotlbMapSg,
  'foreign-ops': foreignMapSg,
  'p2p-shim': (list, call) => shimMapSg(list, call, handOn),
};

/**
 * Whose `map_sg` is called, `dma_map_sg_attrs()` (kernel/dma/mapping.c): a table of operations, or
 * none. A VMD domain's operations (up to 5.3) call those of the VMD function with the same list.
 */
export function dmaMapSgAttrs(list: readonly SgEntry[], call: MapCall): DmaMapping {
  call.recorder?.step(divertStep(call.rules.mapper));
  return MAPPERS[call.rules.mapper](list, call);
}

const DIVERT_WORDS: Readonly<Record<MapperKind, string>> = {
  direct: 'Nothing translates for this device: dma-direct maps.',
  'iommu-dma': 'An IOMMU translates for this device: iommu-dma maps.',
  'intel-ops': 'An IOMMU translates for this device: the Intel driver’s own operations map.',
  'amd-ops': 'An IOMMU translates for this device: the AMD driver’s own operations map.',
  'vmd-ops': 'The operations of a VMD domain hand the list on to those of the VMD function.',
  'virt-ops': 'The device is software: dma_virt_ops gives kernel addresses.',
  'rdma-virt': 'The device is software: the RDMA core gives kernel addresses.',
  'xen-swiotlb': 'The kernel runs under Xen: its own operations map.',
  'foreign-ops': 'Somebody attached operations of their own: these map.',
  'p2p-shim': 'Injected operations look at the list first.',
};

function divertStep(mapper: MapperKind): MapStep {
  const text = DIVERT_WORDS[mapper];
  return { phase: 'divert', call: 'dma_map_sg', entry: null, output: null, values: [], text };
}
