import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** The functions from one upwards to the root bus, and the host bridge above, if all is shown. */
export function wayToHost(
  byId: ReadonlyMap<FunctionId, PciFunction>,
  from: FunctionId,
): { readonly functions: readonly FunctionId[]; readonly host: HostBridgeId | null } {
  const functions: FunctionId[] = [];
  const seen = new Set<FunctionId>();
  let at = byId.get(from);
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    functions.push(at.id);
    // A virtual function stands at its physical function's place.
    const physical: PciFunction = (at.physfn === null ? undefined : byId.get(at.physfn)) ?? at;
    const { parent } = physical;
    if (parent === UNKNOWN) break;
    if (parent.kind === 'host') return { functions, host: parent.id };
    at = byId.get(parent.id);
  }
  return { functions, host: null };
}
