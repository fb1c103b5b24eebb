import type { Machine } from '../model/machine.ts';
import type { FunctionType, PciFunction } from '../model/pciFunction.ts';
import { type NumberTree, numberTree } from './numberTree.ts';
import { type Claim, claimsOf } from './placeClaims.ts';

/** Address space of three kinds: what a bridge has a window for each. */
export type Space = 'io' | 'memory' | 'prefetchable';
export const SPACES: readonly Space[] = ['io', 'memory', 'prefetchable'];

/** Who sits where and what each asks for. Functions and host bridges are named by their place. */
export interface PlaceTree extends NumberTree {
  /** The host bridge above each function; -1 where none is known. */
  readonly hostOf: Int32Array;
  /** The bridge above each function; -1 on a root bus and where none is known. */
  readonly above: Int32Array;
  /** Below each host bridge, parents first. */
  readonly ofHost: readonly (readonly number[])[];
  readonly claims: readonly (readonly Claim[])[];
  /** Can prefetchable memory above 4 GiB be reached below this bridge? */
  readonly reachesHigh: Uint8Array;
}

/**
 * Bridges whose prefetchable window is taken to end at 4 GiB: 64-bit addresses in it are an option
 * (PCI-to-PCI bridge architecture specification 1.2, 3.2.5.10) that PCIe ports take.
 */
const LOW_BRIDGES: ReadonlySet<FunctionType> = new Set([
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

export function placeTree(machine: Machine): PlaceTree {
  const tree = numberTree(machine);
  const { functions, onHost, below, order } = tree;
  const hostOf = new Int32Array(functions.length).fill(-1);
  const above = new Int32Array(functions.length).fill(-1);
  const reachesHigh = new Uint8Array(functions.length);
  const ofHost: number[][] = onHost.map(() => []);
  onHost.forEach((list, host) => {
    for (const at of list) hostOf[at] = host;
  });
  const indexOf = new Map<string, number>(functions.map((fn, at) => [fn.id, at]));
  for (const at of order) {
    const host = hostOf[at] ?? -1;
    const bridge = above[at] ?? -1;
    const type = functions[at]?.type ?? 'unknown';
    const isLow = type !== 'unknown' && LOW_BRIDGES.has(type);
    reachesHigh[at] = !isLow && (bridge < 0 || reachesHigh[bridge]) ? 1 : 0;
    ofHost[host]?.push(at);
    for (const each of below[at] ?? []) {
      if (hostOf[each] !== -1) continue;
      hostOf[each] = host;
      above[each] = at;
    }
  }
  // What hangs in the air has its bridges, too; what is above itself is never reached.
  const isLoose = new Set(tree.loose);
  const open = tree.loose.filter((at) => !isBelow(functions[at], indexOf));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const each of below[next] ?? []) {
      if (!isLoose.has(each) || above[each] !== -1) continue;
      above[each] = next;
      open.push(each);
    }
  }
  const claims = functions.map((fn, at) => (hostOf[at] === -1 ? [] : claimsOf(fn, at)));
  return { ...tree, hostOf, above, ofHost, claims, reachesHigh };
}

/** Has it a parent among the functions, itself apart? */
function isBelow(fn: PciFunction | undefined, indexOf: ReadonlyMap<string, number>): boolean {
  if (!fn || fn.parent === 'unknown' || fn.parent.kind === 'host') return false;
  return indexOf.has(fn.parent.id);
}

/** The bridges above a function, from the root bus down. */
export function wayDown({ above }: PlaceTree, at: number): readonly number[] {
  const way: number[] = [];
  for (let bridge = above[at] ?? -1; bridge >= 0; bridge = above[bridge] ?? -1) way.push(bridge);
  return way.reverse();
}
