import { type ConfigBytes, read8, read16 } from './configBytes.ts';

/** One capability and where it stands. */
export interface CapabilityPlace {
  readonly id: number;
  readonly offset: number;
}

/** A walk through a capability list. Only a complete one proves that something is absent. */
export interface CapabilityList {
  readonly items: readonly CapabilityPlace[];
  readonly complete: boolean;
}

const STATUS = 0x06;
const HAS_CAPABILITIES = 0x10;
/** Where the list begins: CardBus bridges have it elsewhere (PC Card standard, volume 7). */
const LIST_POINTER = [0x34, 0x34, 0x14] as const;
const FIRST_POSSIBLE = 0x40;
const NOT_AN_ID = 0xff;

/** Capability ids used here (PCI Code and ID Assignment). */
export const CAPABILITY = { subsystem: 0x0d, pciExpress: 0x10 } as const;

const NO_LIST: CapabilityList = { items: [], complete: false };

/**
 * The list in the first 256 bytes (PCIe base specification 7.5.1.1.11). Every step is checked: a
 * list that loops, leaves its area or runs into bytes that were not printed ends as incomplete.
 */
export function listCapabilities(space: ConfigBytes, headerType: number): CapabilityList {
  const pointerAt = LIST_POINTER[headerType];
  const status = read16(space, STATUS);
  if (pointerAt === undefined || status === null) return NO_LIST;
  if ((status & HAS_CAPABILITIES) === 0) return { items: [], complete: true };

  const items: CapabilityPlace[] = [];
  const visited = new Set<number>();
  let pointer = read8(space, pointerAt);
  while (pointer !== null) {
    const offset = pointer & 0xfc;
    if (offset === 0) return { items, complete: true };
    if (offset < FIRST_POSSIBLE || visited.has(offset)) break;
    visited.add(offset);
    const id = read8(space, offset);
    if (id === null || id === NOT_AN_ID) break;
    items.push({ id, offset });
    pointer = read8(space, offset + 1);
  }
  return { items, complete: false };
}
