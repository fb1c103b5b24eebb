import type { Machine } from '../model/machine.ts';
import { addressTroubles } from './addressTroubles.ts';
import { findRegions } from './findRegions.ts';
import type { AddressTrouble, Region } from './region.ts';

export type { AddressTrouble, Range, Region } from './region.ts';

export interface AddressMap {
  /** Host windows by address; what lies in none of them comes as regions of their own after these. */
  readonly regions: readonly Region[];
  readonly troubles: readonly AddressTrouble[];
}

/**
 * The address space of a machine as its BARs and windows say, whoever placed them. Memory first, then
 * I/O ports. BARs without an address are no regions; those that should have one are troubles.
 */
export function addressMap(machine: Machine): AddressMap {
  const found = findRegions(machine);
  return { regions: found.regions, troubles: addressTroubles(machine, found) };
}
