import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** The tree of a machine as a drawing walks it: from the top, every function once. */
export interface Forest {
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  /** Functions on the bus of each host bridge, in the order of the document. */
  readonly onRootBus: ReadonlyMap<HostBridgeId, readonly PciFunction[]>;
  /** Functions above which the input shows nothing; one of each loop in a damaged document. */
  readonly orphans: readonly PciFunction[];
  /** Functions on the bus below a bridge; empty for what is none. */
  readonly below: (id: FunctionId) => readonly PciFunction[];
  /** The bridge above; `null` on a root bus and where nothing is shown. */
  readonly above: (id: FunctionId) => PciFunction | null;
}

/** A domain has 256 buses: what is deeper is damage, and is cut. */
const DEEPEST = 256;

const NOTHING: readonly PciFunction[] = [];

/** A virtual function stands beside its physical function. Linear in the number of functions. */
export function growForest(machine: Machine): Forest {
  const byId = new Map<FunctionId, PciFunction>();
  for (const fn of machine.functions) if (!byId.has(fn.id)) byId.set(fn.id, fn);
  const onRootBus = new Map<HostBridgeId, PciFunction[]>(
    machine.hostBridges.map(({ id }) => [id, []]),
  );
  const below = new Map<FunctionId, PciFunction[]>();
  const above = new Map<FunctionId, PciFunction>();
  const orphans: PciFunction[] = [];
  for (const fn of byId.values()) {
    const { parent } = (fn.physfn === null ? undefined : byId.get(fn.physfn)) ?? fn;
    if (parent === UNKNOWN) {
      orphans.push(fn);
      continue;
    }
    if (parent.kind === 'host') {
      (onRootBus.get(parent.id) ?? orphans).push(fn);
      continue;
    }
    const bridge = byId.get(parent.id);
    if (!bridge) {
      orphans.push(fn);
      continue;
    }
    above.set(fn.id, bridge);
    const siblings = below.get(bridge.id);
    if (siblings) siblings.push(fn);
    else below.set(bridge.id, [fn]);
  }
  cutLoops(byId, [...onRootBus.values(), orphans], below, above, orphans);
  return {
    byId,
    onRootBus,
    orphans,
    below: (id) => below.get(id) ?? NOTHING,
    above: (id) => above.get(id) ?? null,
  };
}

/**
 * What no way down from a root reaches hangs in a loop, or too deep: its first function becomes an
 * orphan.
 */
function cutLoops(
  byId: ReadonlyMap<FunctionId, PciFunction>,
  roots: readonly (readonly PciFunction[])[],
  below: Map<FunctionId, PciFunction[]>,
  above: Map<FunctionId, PciFunction>,
  orphans: PciFunction[],
): void {
  const reached = new Set<FunctionId>();
  const walk = (start: readonly PciFunction[]) => {
    let level = start;
    for (let depth = 0; level.length > 0 && depth < DEEPEST; depth++) {
      const next: PciFunction[] = [];
      for (const fn of level) {
        if (reached.has(fn.id)) continue;
        reached.add(fn.id);
        next.push(...(below.get(fn.id) ?? NOTHING));
      }
      level = next;
    }
  };
  for (const root of roots) walk(root);
  if (reached.size === byId.size) return;
  for (const fn of byId.values()) {
    if (reached.has(fn.id)) continue;
    const bridge = above.get(fn.id);
    if (bridge) {
      above.delete(fn.id);
      below.set(
        bridge.id,
        (below.get(bridge.id) ?? []).filter((sibling) => sibling !== fn),
      );
    }
    orphans.push(fn);
    walk([fn]);
  }
}
