import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS } from '../../model/registers.ts';
import type { KernelFeatures } from '../kernel/features.ts';

/** IDT switches that take completions for requests from elsewhere. */
const IDT = 0x111d;
const BROKEN: readonly number[] = [0x80b5, 0x8090];

/**
 * The capability word as a kernel uses it, 'unknown' where it is hidden. From 7.0 on Source
 * Validation of two switches of IDT is left out of it: the kernel neither sets it nor asks for it.
 * What the register itself keeps is another matter (`hardwareKeeps`).
 *
 * Source: the fixups for 111d:80b5 and 111d:8090 in drivers/pci/quirks.c of the tree merged for
 * 7.1; older kernels work round it without touching the word that stays.
 */
export function usableCapability(
  { acs, pciId }: PciFunction,
  how: KernelFeatures['brokenSourceValidation'],
): OrUnknown<number> {
  if (acs === null || acs === UNKNOWN || acs.capability === UNKNOWN) return UNKNOWN;
  const { capability } = acs;
  if (how === 'set' || (capability & ACS_BITS.SV) === 0) return capability;
  if (pciId === UNKNOWN) return capability;
  const isBroken =
    pciId.vendor === IDT && pciId.device !== UNKNOWN && BROKEN.includes(pciId.device);
  return isBroken ? capability & ~ACS_BITS.SV : capability;
}
