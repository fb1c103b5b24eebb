import { hex } from '../base/hex.ts';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { PciId } from './pciFunction.ts';

/** `8086:29c0`; what is not known is a question mark. */
export function formatPciId(id: OrUnknown<PciId>): string {
  if (id === UNKNOWN) return '?:?';
  return `${hex(id.vendor, 4)}:${id.device === UNKNOWN ? '?' : hex(id.device, 4)}`;
}
