import type { PciId } from '../model/pciFunction.ts';

/** Vendor and device of a part, as numbers: `pciIdOf(0x8086, 0x2030)`. */
export function pciIdOf(vendor: number, device: number): PciId {
  return { vendor, device };
}
