import { formatAddress } from '../model/address.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** What a sentence calls a function: the user's name for it, else its address, else its id. */
export function partName(fn: PciFunction): string {
  return fn.label ?? (fn.address ? formatAddress(fn.address) : fn.id);
}
