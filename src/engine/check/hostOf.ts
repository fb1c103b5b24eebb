import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Look } from './look.ts';

/** The host bridge above a function, if it is known. */
export function hostOf(look: Look, fn: PciFunction): HostBridgeId | null {
  let at: PciFunction | undefined = fn;
  for (let steps = 0; at && steps < look.machine.functions.length; steps++) {
    if (at.parent === UNKNOWN) return null;
    if (at.parent.kind === 'host') return at.parent.id;
    at = look.above(at);
  }
  return null;
}
