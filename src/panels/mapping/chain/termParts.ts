import { type TermWords, termsOf } from '../../terms/termsOf.ts';

/** Words of the call chain that have a sentence of their own. The longer ones come first. */
const WORDS: TermWords = [
  ['THRU_HOST_BRIDGE', 'verdict'],
  ['BUS_ADDR', 'verdict'],
  ['dma_virt_ops', 'dmaVirtOps'],
  ['dev->dma_ops', 'dmaMapOps'],
  ['table of operations', 'dmaMapOps'],
  ['dma-direct', 'dmaDirect'],
  ['iommu-dma', 'iommuDma'],
  ['bounce buffer', 'swiotlb'],
  ['bounced', 'swiotlb'],
  ['identity', 'identityDomain'],
  ['IOVA', 'iova'],
];

/** Sentences of the call chain in their parts: where terms of art stand, and what each means. */
export const termParts = termsOf(WORDS);
