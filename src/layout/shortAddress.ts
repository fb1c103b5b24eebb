import { formatAddress } from '../model/address.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** `03:00.0`: the address without its domain; the id of what has none. */
export function shortAddress(fn: PciFunction): string {
  return fn.address ? formatAddress(fn.address).split(':').slice(-2).join(':') : fn.id;
}
