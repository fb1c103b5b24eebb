import type { Problem } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import {
  type BusKind,
  beyondLink,
  busKindBehind,
  type KeptNumbers,
  NOTHING_KEPT,
  numberDevices,
} from './numberDevices.ts';
import type { NumberDraft } from './numberDraft.ts';
import { reserveOf } from './numberReserve.ts';
import { isBridge, type NumberTree } from './numberTree.ts';
import { numberVirtual, type VirtualNumbers } from './numberVirtual.ts';

export const LAST_BUS = 255;
const FUNCTIONS = 8;
/** In place of a function: the bus is that of a host bridge. */
const HOST = -1;

/** One bus before it has a number. */
export interface BusPlan {
  readonly members: readonly number[];
  /** Bridges on it, in the order in which they are scanned. */
  readonly bridges: readonly number[];
  /** Device × 8 + function of the members. */
  readonly devfns: ReadonlyMap<number, number | null>;
  readonly virtual: VirtualNumbers;
  /** Buses that the bridge above keeps free, and the least that it has in all. */
  readonly reserve: { readonly extra: number; readonly least: number };
  /** How many buses it takes with everything below. */
  readonly size: number;
  /** The number that something on it was given by hand. */
  readonly wanted: number | null;
  /** Where its range has to begin for hand-set numbers to be met; infinite without one. */
  readonly begin: number;
}

/** All buses of a machine. Those of host bridges are apart. */
export interface BusPlans {
  readonly ofHost: readonly BusPlan[];
  readonly behind: ReadonlyMap<number, BusPlan>;
}

/** Numbers devices, functions and virtual functions on each bus, and counts the buses below it. */
export function planBuses(
  tree: NumberTree,
  leastOfHotplug: number,
  { problems, multifunction }: NumberDraft,
  running: KeptNumbers | null = null,
): BusPlans {
  const behind = new Map<number, BusPlan>();
  // Parents stand before children, so that from the end on each bus finds those behind it.
  for (let at = tree.order.length - 1; at >= 0; at--) {
    const index = tree.order[at] ?? HOST;
    if (hasBus(tree, index)) behind.set(index, plan(index, tree.below[index] ?? []));
  }
  return { ofHost: tree.onHost.map((members) => plan(HOST, members)), behind };

  function plan(owner: number, members: readonly number[]): BusPlan {
    const { functions } = tree;
    const above = functions[owner];
    const kind = above ? busKindBehind(above) : 'root';
    const devfns = numberDevices(kind, members, tree, problems, running ?? NOTHING_KEPT);
    if (kind === 'link' && !running) warnBeyondLink(tree, members, devfns, problems);
    countFunctions(kind, devfns, multifunction);
    const virtual = numberVirtual(members, devfns, tree, problems, running ?? NOTHING_KEPT);
    const bridges = members
      .filter((index) => behind.has(index) && (devfns.get(index) ?? null) !== null)
      .sort((a, b) => (devfns.get(a) ?? 0) - (devfns.get(b) ?? 0));
    let [size, begin] = [1 + virtual.extraBuses, Number.POSITIVE_INFINITY];
    for (const bridge of bridges) {
      const inside = behind.get(bridge);
      size += inside?.size ?? 0;
      begin = Math.min(begin, (inside?.begin ?? begin) - 1);
    }
    const reserve = above ? reserveOf(above, leastOfHotplug) : { extra: 0, least: 1 };
    size = Math.max(size + reserve.extra, reserve.least);
    const wanted = wantedBus(tree, members);
    begin = wanted ?? Math.max(0, begin);
    return { members, bridges, devfns, virtual, reserve, size, wanted, begin };
  }
}

/** Is there a bus behind it? Where its registers are hidden, what hangs below it shows one. */
export function hasBus({ functions, below }: NumberTree, index: number): boolean {
  const fn = functions[index];
  if (!fn) return false;
  return isBridge(fn) || (fn.bridge === UNKNOWN && (below[index] ?? []).length > 0);
}

/** The first bus number that was set by hand for something on that bus. */
export function wantedBus({ functions }: NumberTree, members: readonly number[]): number | null {
  for (const index of members) {
    const bus = functions[index]?.fixedAddress?.bus ?? null;
    if (bus !== null && Number.isInteger(bus) && bus >= 0 && bus <= LAST_BUS) return bus;
  }
  return null;
}

function warnBeyondLink(
  { functions }: NumberTree,
  members: readonly number[],
  devfns: ReadonlyMap<number, number | null>,
  problems: Problem[],
): void {
  if (functions[members[0] ?? HOST]?.ari !== null) return;
  for (const index of members) {
    const fn = functions[index];
    const devfn = devfns.get(index) ?? null;
    if (fn && devfn !== null && devfn >= FUNCTIONS) problems.push(beyondLink(fn, devfn));
  }
}

/**
 * All functions of a device with several are marked so: function 0 by its header, the others because
 * they were found there (`pci_scan_slot()`, drivers/pci/probe.c, Linux 4.20 to 7.0). At the end of a
 * link all functions are of one device, whatever ARI makes of their numbers.
 */
export function countFunctions(
  kind: BusKind,
  devfns: ReadonlyMap<number, number | null>,
  multifunction: (boolean | null)[],
): void {
  const deviceOf = (devfn: number) => (kind === 'link' ? 0 : Math.floor(devfn / FUNCTIONS));
  const counts = new Map<number, number>();
  for (const devfn of devfns.values()) {
    if (devfn !== null) counts.set(deviceOf(devfn), (counts.get(deviceOf(devfn)) ?? 0) + 1);
  }
  for (const [index, devfn] of devfns) {
    if (devfn !== null) multifunction[index] = (counts.get(deviceOf(devfn)) ?? 0) > 1;
  }
}
