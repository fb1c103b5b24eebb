import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** In place of an index: the function sits on a root bus, no bridge is above it. */
export const ON_ROOT_BUS = -1;
/** In place of an index: the input does not show what is above, or which host bridge it is. */
export const NOT_SHOWN = -2;

/**
 * The tree of a machine as flat arrays, made once per document. Functions and host bridges are
 * named by their place in the machine's lists.
 */
export interface Topology {
  readonly machine: Machine;
  readonly functions: readonly PciFunction[];
  readonly indexOf: ReadonlyMap<FunctionId, number>;
  /**
   * The bridge above each function, {@link ON_ROOT_BUS} or {@link NOT_SHOWN}. A virtual function
   * has the bridge of its physical function (`pci_upstream_bridge`, Linux 4.20 to 7.1).
   */
  readonly upstream: Int32Array;
  /** The host bridge at the end of each function's way up, or {@link NOT_SHOWN}. */
  readonly host: Int32Array;
  /** Functions directly on each host bridge's root bus, in order of enumeration. */
  readonly rootBus: readonly (readonly number[])[];
}

export function buildTopology(machine: Machine): Topology {
  const { functions, hostBridges } = machine;
  const indexOf = new Map(functions.map((fn, index) => [fn.id, index]));
  const hostIndexOf = new Map<HostBridgeId, number>(hostBridges.map((host, i) => [host.id, i]));
  const upstream = new Int32Array(functions.length);
  const ownHost = new Int32Array(functions.length).fill(NOT_SHOWN);
  const rootBus: number[][] = hostBridges.map(() => []);

  functions.forEach((fn, index) => {
    const stepping = physicalFunction(fn, functions, indexOf);
    const { parent } = stepping;
    if (parent === UNKNOWN) {
      upstream[index] = NOT_SHOWN;
    } else if (parent.kind === 'function') {
      upstream[index] = indexOf.get(parent.id) ?? NOT_SHOWN;
    } else {
      upstream[index] = ON_ROOT_BUS;
      const host = hostIndexOf.get(parent.id) ?? NOT_SHOWN;
      ownHost[index] = host;
      if (stepping === fn) rootBus[host]?.push(index);
    }
  });

  for (const list of rootBus) list.sort((a, b) => devfnOf(functions, a) - devfnOf(functions, b));
  return { machine, functions, indexOf, upstream, host: hostsUp(upstream, ownHost), rootBus };
}

/** A virtual function stands at its physical function's place in the tree. */
function physicalFunction(
  fn: PciFunction,
  functions: readonly PciFunction[],
  indexOf: ReadonlyMap<FunctionId, number>,
): PciFunction {
  if (fn.physfn === null) return fn;
  const index = indexOf.get(fn.physfn);
  return (index === undefined ? undefined : functions[index]) ?? fn;
}

function devfnOf(functions: readonly PciFunction[], index: number): number {
  const address = functions[index]?.address;
  return address ? address.device * 8 + address.function : Number.MAX_SAFE_INTEGER;
}

/**
 * The host bridge at the end of each way up. Each function is settled once, with the ones above it;
 * a loop in a damaged document ends as "not shown".
 */
function hostsUp(upstream: Int32Array, ownHost: Int32Array): Int32Array {
  const host = new Int32Array(upstream.length).fill(NOT_SHOWN);
  const settled = new Uint8Array(upstream.length);
  for (let start = 0; start < upstream.length; start++) {
    const way: number[] = [];
    let at = start;
    while (at >= 0 && !settled[at]) {
      settled[at] = 1;
      way.push(at);
      at = upstream[at] ?? NOT_SHOWN;
    }
    const top = way.at(-1) ?? start;
    const isTop = at === ON_ROOT_BUS;
    const found = (isTop ? ownHost[top] : host[at]) ?? NOT_SHOWN;
    for (const index of way) host[index] = found;
  }
  return host;
}

/** Where a function is; an id that the machine does not have is the caller's mistake. */
export function placeOfId(topology: Topology, id: FunctionId): number {
  const place = topology.indexOf.get(id);
  if (place === undefined) throw new RangeError(`no function ${id} in this machine`);
  return place;
}

/** The function at that place; a place outside the list is the caller's mistake. */
export function functionAt(topology: Topology, index: number): PciFunction {
  const fn = topology.functions[index];
  if (!fn) throw new RangeError(`no function at ${index}`);
  return fn;
}

/** The function and every bridge above it, from the function up. */
export function wayUp(topology: Topology, index: number): readonly number[] {
  const way: number[] = [];
  for (let at = index; at >= 0 && way.length <= topology.functions.length; ) {
    way.push(at);
    at = topology.upstream[at] ?? NOT_SHOWN;
  }
  return way;
}
