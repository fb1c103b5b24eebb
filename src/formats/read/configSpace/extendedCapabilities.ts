import type { CapabilityList, CapabilityPlace } from './capabilities.ts';
import { CONVENTIONAL_SIZE, type ConfigBytes, read32 } from './configBytes.ts';

/** Extended capability ids used here (PCI Code and ID Assignment). */
export const EXTENDED_CAPABILITY = {
  acs: 0x000d,
  ari: 0x000e,
  ats: 0x000f,
  sriov: 0x0010,
} as const;

const NO_ANSWER = 0xffff_ffff;

export interface ExtendedList extends CapabilityList {
  /** It loops, or points where no capability can be. */
  readonly broken: boolean;
}

/**
 * The list from offset 256 on (PCIe base specification 7.6.3: id in bits 15:0, version in 19:16,
 * next in 31:20). A first header of zeros is an empty list; all ones say that this area could not
 * be reached, which proves nothing.
 */
export function listExtendedCapabilities(space: ConfigBytes): ExtendedList {
  const items: CapabilityPlace[] = [];
  const visited = new Set<number>();
  let offset = CONVENTIONAL_SIZE;
  for (;;) {
    if (visited.has(offset)) return { items, complete: false, broken: true };
    visited.add(offset);
    const header = read32(space, offset);
    if (header === null || header === NO_ANSWER) {
      return { items, complete: false, broken: false };
    }
    if (header === 0) return { items, complete: true, broken: false };
    items.push({ id: header & 0xffff, offset });
    const next = (header >>> 20) & 0xffc;
    if (next === 0) return { items, complete: true, broken: false };
    if (next < CONVENTIONAL_SIZE) return { items, complete: false, broken: true };
    offset = next;
  }
}
