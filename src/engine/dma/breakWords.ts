import type { BreakReason } from './dmaMapping.ts';

const WORDS: Readonly<Record<BreakReason, string>> = {
  first: 'it is the first',
  'no-iommu': 'nothing translates, so nothing joins',
  'not-mapped': 'nobody maps yet, so nothing joins',
  'private-ops': 'these operations join nothing',
  virtual: 'each entry has a kernel address of its own',
  bus: 'peer memory by bus address stands alone',
  'after-bus': 'peer memory by bus address closed the one before',
  'after-module': 'the peer’s raw address came between',
  'offset-start': 'the entry begins within a granule',
  'short-end': 'the entry before ends within a granule',
  boundary: 'it begins exactly on a segment boundary',
  'boundary-pad': 'the entry before was padded up to a segment boundary',
  'max-segment': 'the one before has its full length',
  'whole-entry': 'there is room left in the one before, but not for the whole entry',
  untrusted: 'entries of an untrusted device are mapped one by one',
  'first-page': 'the list goes the way of its first entry',
  shim: 'the injected operations map entry by entry',
};

/** Why an output begins where it does, as part of a sentence. */
export function breakWords(why: BreakReason): string {
  return WORDS[why];
}
