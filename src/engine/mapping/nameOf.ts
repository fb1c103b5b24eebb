import type { PciFunction } from '../../model/pciFunction.ts';
import { functionName } from '../pci/functionName.ts';

/** A function by the user's own name for it, else as the kernel names it. */
export function nameOf(fn: PciFunction): string {
  return fn.label ?? functionName(fn);
}
