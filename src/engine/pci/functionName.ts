import { formatAddress } from '../../model/address.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** A function as the kernel names it, by address; a drawn one without a number by its id. */
export function functionName(fn: PciFunction): string {
  return fn.address ? formatAddress(fn.address) : fn.id;
}
