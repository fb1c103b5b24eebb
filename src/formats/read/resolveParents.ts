import { hex } from '../../base/hex.ts';
import { type Problem, problemNote } from '../../base/problem.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { busOf } from './parents/busKey.ts';
import { type BusOwners, findBusOwners, type LineOf } from './parents/busOwners.ts';
import { hostBridgeId, hostBridgesOf, type RootBus } from './parents/hostBridgesOf.ts';
import { isHostBridge, provesRootBus, suggestsRootBus } from './parents/rootBusEvidence.ts';
import { findVirtualFunctions } from './parents/virtualFunctions.ts';

/** Functions in their places. */
export interface ResolvedParents {
  /** In the order given, with `parent` and `physfn`. */
  readonly functions: readonly PciFunction[];
  readonly hostBridges: readonly HostBridge[];
  readonly problems: readonly Problem[];
}

interface Bus {
  readonly domain: number;
  readonly bus: number;
  readonly functions: PciFunction[];
}

function groupByBus(functions: readonly PciFunction[]): ReadonlyMap<number, Bus> {
  const buses = new Map<number, Bus>();
  for (const fn of functions) {
    if (fn.address === null) continue;
    const key = busOf(fn.address);
    const bus = buses.get(key);
    if (bus) bus.functions.push(fn);
    else {
      buses.set(key, { domain: fn.address.domain, bus: fn.address.bus, functions: [fn] });
    }
  }
  return buses;
}

/**
 * A bus that no bridge leads to is a root bus only where something shows it. Otherwise the bridge
 * may merely be missing from the input, and guessing a root would invent a host bridge.
 */
function rootBusOf(bus: Bus, owners: BusOwners): RootBus | null {
  const { functions } = bus;
  if (bus.bus === 0) return { ...bus, isGuess: false };
  if (owners.isCovered(bus.domain, bus.bus)) return null;
  if (functions.some(provesRootBus)) return { ...bus, isGuess: false };
  if (!owners.anyShown) return null;
  if (functions.some(isHostBridge)) return { ...bus, isGuess: false };
  return functions.some(suggestsRootBus) ? { ...bus, isGuess: true } : null;
}

const MOST_BUSES_NAMED = 8;

function noteUnplaced(
  buses: readonly Bus[],
  owners: BusOwners,
  lineOf: LineOf,
): readonly Problem[] {
  const first = buses[0]?.functions[0];
  if (!first) return [];
  const count = buses.reduce((sum, bus) => sum + bus.functions.length, 0);
  const named = buses
    .slice(0, MOST_BUSES_NAMED)
    .map(({ domain, bus }) => `${domain === 0 ? '' : `${hex(domain, 4)}:`}${hex(bus, 2)}`);
  const list = `${named.join(', ')}${buses.length > MOST_BUSES_NAMED ? ', …' : ''}`;
  const one = count === 1;
  const on = `${one ? 'one function' : `${count} functions`} on ${buses.length === 1 ? `bus ${list}` : `buses ${list}`}`;
  const line = lineOf(first);
  const place = line === null ? {} : { line };
  return [
    owners.anyShown
      ? problemNote(
          `No bridge of the input leads to ${on}: ${one ? 'its place' : 'their places'} in the tree ${one ? 'is' : 'are'} unknown.`,
          { ...place, hint: 'Give the whole output of lspci, not that of single devices.' },
        )
      : problemNote(
          `The input does not show where bridges lead, so the place of ${on} is unknown.`,
          { ...place, hint: 'Run sudo lspci -vvv.' },
        ),
  ];
}

/**
 * Finds the parent of every function from the bus numbers of bridges, the way Linux' tree comes
 * about: a bus belongs to the bridge whose secondary bus it is (PCIe base specification 7.5.1.3.3),
 * or is the root bus of a host bridge. Virtual functions share their physical function's parent.
 * Numbers that contradict each other give unknown parents and a problem each, never a guess.
 */
export function resolveParents(
  functions: readonly PciFunction[],
  lineOf: LineOf = () => null,
): ResolvedParents {
  const { physical: virtual, problems } = findVirtualFunctions(functions, lineOf);
  const owners = findBusOwners(functions, lineOf);
  const buses = groupByBus(functions.filter((fn) => !virtual.has(fn.id)));

  const parents = new Map<FunctionId, Parent>();
  const roots: RootBus[] = [];
  const unplaced: Bus[] = [];
  for (const [key, bus] of buses) {
    const owner = owners.owners.get(key);
    const root = owner === undefined ? rootBusOf(bus, owners) : null;
    let parent: Parent | null = null;
    if (owner) parent = { kind: 'function', id: owner.id };
    else if (root) {
      roots.push(root);
      parent = { kind: 'host', id: hostBridgeId(bus.domain, bus.bus) };
    } else if (owner === undefined) unplaced.push(bus);
    if (parent) for (const fn of bus.functions) parents.set(fn.id, parent);
  }

  const parentOf = (fn: PciFunction): OrUnknown<Parent> => {
    const physical = virtual.get(fn.id);
    return parents.get(physical ? physical.id : fn.id) ?? UNKNOWN;
  };
  return {
    functions: functions.map((fn) => ({
      ...fn,
      parent: parentOf(fn),
      physfn: virtual.get(fn.id)?.id ?? null,
    })),
    hostBridges: hostBridgesOf(roots, functions),
    problems: [...problems, ...owners.problems, ...noteUnplaced(unplaced, owners, lineOf)],
  };
}
