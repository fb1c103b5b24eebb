import { UNKNOWN } from '../../base/unknown.ts';
import { compareAddresses, type PciAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

export interface PlacedFunction {
  readonly fn: PciFunction;
  readonly address: PciAddress;
}

export interface Bus {
  readonly domain: number;
  readonly number: number;
  readonly functions: readonly PlacedFunction[];
}

export interface Below {
  readonly secondary: number;
  readonly subordinate: number;
  /** The secondary bus first; then buses in the bridge's range that no other bridge leads to. */
  readonly buses: readonly Bus[];
}

/** A machine by bus numbers: which buses no bridge leads to, and what is behind each bridge. */
export interface BusMap {
  readonly roots: readonly Bus[];
  readonly below: (id: FunctionId) => Below | null;
}

interface Bridge extends PlacedFunction {
  readonly secondary: number;
  readonly subordinate: number;
}

export function busMapOf(machine: Machine): BusMap {
  const placed = machine.functions
    .flatMap((fn) => (fn.address ? [{ fn, address: fn.address }] : []))
    .sort((a, b) => compareAddresses(a.address, b.address));
  const buses = groupByBus(placed);
  const bridges = placed.flatMap(bridgeOf);
  const owner = ownersOf(buses, bridges);

  const behind = new Map<FunctionId, Below>();
  for (const bridge of bridges) {
    const { secondary, subordinate, address } = bridge;
    const own = buses.get(busKey(address.domain, secondary));
    const secondaryBus =
      own && owner.get(own) === bridge ? own : emptyBus(address.domain, secondary);
    behind.set(bridge.fn.id, { secondary, subordinate, buses: [secondaryBus] });
  }
  for (const [bus, bridge] of owner) {
    const below = behind.get(bridge.fn.id);
    if (below && bus.number !== below.secondary) {
      behind.set(bridge.fn.id, { ...below, buses: [...below.buses, bus] });
    }
  }
  return {
    roots: rootsOf(buses, owner),
    below: (id) => tidy(behind.get(id) ?? null),
  };
}

/** An empty secondary bus is drawn only beside others that hold something. */
function tidy(below: Below | null): Below | null {
  if (!below) return null;
  const [only, ...more] = below.buses;
  return only?.functions.length === 0 && more.length === 0 ? { ...below, buses: [] } : below;
}

function groupByBus(placed: readonly PlacedFunction[]): ReadonlyMap<string, Bus> {
  const lists = new Map<string, PlacedFunction[]>();
  for (const each of placed) {
    const key = busKey(each.address.domain, each.address.bus);
    const list = lists.get(key);
    if (list) list.push(each);
    else lists.set(key, [each]);
  }
  const buses = new Map<string, Bus>();
  for (const [key, functions] of lists) {
    const [first] = functions;
    if (first)
      buses.set(key, { domain: first.address.domain, number: first.address.bus, functions });
  }
  return buses;
}

function bridgeOf({ fn, address }: PlacedFunction): readonly Bridge[] {
  if (fn.bridge === null || fn.bridge === UNKNOWN) return [];
  const { secondary, subordinate } = fn.bridge;
  if (secondary === UNKNOWN) return [];
  return [
    { fn, address, secondary, subordinate: subordinate === UNKNOWN ? secondary : subordinate },
  ];
}

/** The bridge that leads to each bus: the one that names it, else the narrowest range over it. */
function ownersOf(
  buses: ReadonlyMap<string, Bus>,
  bridges: readonly Bridge[],
): ReadonlyMap<Bus, Bridge> {
  const named = new Map<string, Bridge>();
  const byDomain = new Map<number, Bridge[]>();
  for (const bridge of bridges) {
    if (bridge.secondary === 0) continue;
    const { domain } = bridge.address;
    const key = busKey(domain, bridge.secondary);
    if (!named.has(key)) named.set(key, bridge);
    const list = byDomain.get(domain);
    if (list) list.push(bridge);
    else byDomain.set(domain, [bridge]);
  }
  const owner = new Map<Bus, Bridge>();
  for (const [key, bus] of buses) {
    const bridge = named.get(key) ?? narrowestOver(bus, byDomain.get(bus.domain) ?? []);
    if (bridge && leadsUp(bridge, bus, owner, buses)) owner.set(bus, bridge);
  }
  return owner;
}

function narrowestOver(bus: Bus, bridges: readonly Bridge[]): Bridge | null {
  let best: Bridge | null = null;
  for (const bridge of bridges) {
    if (bus.number <= bridge.secondary || bus.number > bridge.subordinate) continue;
    if (!best || width(bridge) < width(best)) best = bridge;
  }
  return best;
}

function width(bridge: Bridge): number {
  return bridge.subordinate - bridge.secondary;
}

/** Refuses what would put a bus below itself (damaged bridge registers). */
function leadsUp(
  bridge: Bridge,
  bus: Bus,
  owner: ReadonlyMap<Bus, Bridge>,
  buses: ReadonlyMap<string, Bus>,
): boolean {
  let at: Bridge | undefined = bridge;
  for (let steps = 0; at && steps <= buses.size; steps++) {
    const home = buses.get(busKey(at.address.domain, at.address.bus));
    if (!home || home === bus) return home !== bus;
    at = owner.get(home);
  }
  return at === undefined;
}

/** Bus 00 of the first domain is drawn even when it is empty, as lspci does. */
function rootsOf(buses: ReadonlyMap<string, Bus>, owner: ReadonlyMap<Bus, Bridge>): readonly Bus[] {
  const roots = [...buses.values()].filter((bus) => !owner.has(bus));
  if (!buses.has(busKey(0, 0))) roots.unshift(emptyBus(0, 0));
  return roots;
}

function emptyBus(domain: number, number: number): Bus {
  return { domain, number, functions: [] };
}

function busKey(domain: number, bus: number): string {
  return `${domain}:${bus}`;
}
