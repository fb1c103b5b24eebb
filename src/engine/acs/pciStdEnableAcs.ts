import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { ACS_BITS } from '../../model/registers.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';

/**
 * The bits that a kernel sets by itself once an IOMMU asked for isolation: SV, RR, CR and UF as far
 * as the capability has them, and TB where translated requests are not to be trusted. Bits are
 * added, none is taken away; EC and DT are never set.
 *
 * Source: `pci_std_enable_acs()`, drivers/pci/pci.c, Linux 5.4 to 7.1; run on 5.4 to 7.0.
 */
export function standardAcsBits(
  capability: OrUnknown<number>,
  blocksTranslated: boolean,
): OrUnknown<number> {
  if (capability === UNKNOWN) return UNKNOWN;
  return capability & (REQ_ACS_FLAGS | (blocksTranslated ? ACS_BITS.TB : 0));
}

/** The word with these bits added; known where they are there anyway. */
export function withAcsBits(word: OrUnknown<number>, bits: OrUnknown<number>): OrUnknown<number> {
  if (word === UNKNOWN) return UNKNOWN;
  if (bits !== UNKNOWN) return word | bits;
  const all = REQ_ACS_FLAGS | ACS_BITS.TB;
  return (word & all) === all ? word : UNKNOWN;
}
