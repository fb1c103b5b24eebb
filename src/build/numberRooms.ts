import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import { hasBus, LAST_BUS } from './numberPlan.ts';
import type { Stays } from './numberStays.ts';
import type { NumberTree } from './numberTree.ts';

const BUSES = LAST_BUS + 1;

/** The bus that a function or host bridge forwards to, with the range that belongs to it. */
export interface Range {
  readonly domain: number;
  readonly number: number;
  readonly last: number;
}

/**
 * An owner of a bus: a bridge by its place in the document, a host bridge by `-1 - place`.
 */
export type Owner = number;
export const ownerOfHost = (host: number): Owner => -1 - host;
export const hostOfOwner = (owner: Owner): number => -1 - owner;

/** Which bus numbers of a captured machine are in use, and by whom, while some are given anew. */
export class BusRooms {
  readonly ranges = new Map<Owner, Range>();
  /** Bridges whose bus numbers do not hold, with everything behind them. */
  readonly carried: Uint8Array;
  /** Bridges whose range was made longer. */
  readonly widened = new Set<number>();
  readonly #tree: NumberTree;
  readonly #ownerOf: Int32Array;
  /** By domain: how many things are on each bus. */
  readonly #used = new Map<number, Uint32Array>();
  readonly #machine: Machine;
  readonly #isCounted: Uint8Array;

  constructor(machine: Machine, tree: NumberTree, stays: Stays) {
    this.#machine = machine;
    this.#tree = tree;
    this.carried = new Uint8Array(machine.functions.length);
    this.#ownerOf = new Int32Array(machine.functions.length);
    this.#isCounted = new Uint8Array(machine.functions.length);
    this.#takeHosts(stays.buses.ofHost);
    // No host bridge, and so without a range: what is above orphans.
    const nowhere = ownerOfHost(machine.hostBridges.length);
    for (const index of tree.orphans) this.#ownerOf[index] = nowhere;
    for (const index of tree.order) this.#takeBus(index, stays);
    for (const index of tree.loose) this.#countAddress(index, 1);
  }

  /** The owner of the bus that the function sits on. */
  ownerOf(index: number): Owner {
    return this.#ownerOf[index] ?? 0;
  }

  /** The host bridge at the end of the function's way up, by its place. */
  hostOf(index: number): number {
    let owner = this.ownerOf(index);
    while (owner >= 0) owner = this.ownerOf(owner);
    return hostOfOwner(owner);
  }

  /** How many buses of an owner's range are in use, up to the last that is. */
  size(owner: Owner): number {
    const range = this.ranges.get(owner);
    if (!range) return 1;
    const taken = this.#taken(owner, range.domain, null);
    let { last } = range;
    while (last > range.number && !taken[last]) last--;
    return last - range.number + 1;
  }

  /** The first of so many free numbers in a row inside the owner's range; `null`: there are not. */
  find(owner: Owner, count: number, wanted: number | null): number | null {
    const range = this.ranges.get(owner);
    if (!range) return null;
    const blocked = this.#blocked(owner, range);
    if (wanted !== null && isFreeRun(blocked, wanted, count)) return wanted;
    for (let at = range.number + 1; at + count <= BUSES; at++) {
      if (isFreeRun(blocked, at, count)) return at;
    }
    return null;
  }

  /**
   * Makes the owner's range longer, and those above it as far as they must be, until so many numbers
   * are free at its end; `null` and nothing changed where others are in the way.
   */
  widen(owner: Owner, count: number): number | null {
    const range = this.ranges.get(owner);
    if (!range || owner < 0) return null;
    const blocked = this.#blocked(owner, range);
    let start = range.last + 1;
    while (start > range.number + 1 && !blocked[start - 1]) start--;
    const last = start + count - 1;
    return this.#lengthen(owner, last) ? start : null;
  }

  /** Makes sure that the buses right after the owner's own, up to that one, are its and not in use. */
  reach(owner: Owner, last: number): boolean {
    const range = this.ranges.get(owner);
    if (!range) return false;
    const taken = this.#taken(owner, range.domain, null);
    for (let bus = range.number + 1; bus <= last; bus++) if (taken[bus]) return false;
    return this.#lengthen(owner, last);
  }

  #lengthen(owner: Owner, last: number): boolean {
    if (last > LAST_BUS || !this.#canReach(owner, last)) return false;
    for (let at = owner; at >= 0; at = this.ownerOf(at)) {
      const own = this.ranges.get(at);
      if (!own || own.last >= last) continue;
      this.ranges.set(at, { ...own, last });
      this.widened.add(at);
    }
    return true;
  }

  /** Gives a bridge whose numbers did not hold a range inside its owner's. */
  assign(bridge: number, first: number, last: number): void {
    const range = this.ranges.get(this.ownerOf(bridge));
    if (range) this.ranges.set(bridge, { domain: range.domain, number: first, last });
  }

  /** Takes the numbers of the bus that this owner has, and of everything behind it. */
  release(owner: Owner): void {
    const open = [owner];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      this.#drop(at);
      for (const index of this.#members(at)) {
        if (this.carried[index]) {
          this.ranges.delete(index);
          continue;
        }
        this.#countAddress(index, -1);
        if (hasBus(this.#tree, index)) open.push(index);
      }
    }
  }

  #members(owner: Owner): readonly number[] {
    const { onHost, below } = this.#tree;
    return (owner < 0 ? onHost[hostOfOwner(owner)] : below[owner]) ?? [];
  }

  #drop(owner: Owner): void {
    // A root bus keeps its number and its end; what is on it is numbered again.
    if (owner < 0) return;
    const range = this.ranges.get(owner);
    if (range) this.#count(range.domain, range.number, -1);
    this.carried[owner] = 1;
    this.ranges.delete(owner);
  }

  #takeHosts(starts: readonly (number | null)[]): void {
    const { hostBridges } = this.#machine;
    hostBridges.forEach(({ domain, lastBus }, index) => {
      for (const member of this.#tree.onHost[index] ?? []) this.#ownerOf[member] = -1 - index;
      const number = starts[index] ?? null;
      if (number === null) return;
      const following = starts.filter(
        (start, other) => start !== null && start > number && hostBridges[other]?.domain === domain,
      );
      const room = Math.min(BUSES, ...following.map((start) => start ?? BUSES)) - 1;
      const last = lastBus === UNKNOWN ? room : lastBus;
      this.ranges.set(ownerOfHost(index), { domain, number, last });
      this.#count(domain, number, 1);
    });
  }

  #takeBus(index: number, stays: Stays): void {
    const owner = this.ownerOf(index);
    for (const member of this.#tree.below[index] ?? []) this.#ownerOf[member] = index;
    const isDropped = owner >= 0 && this.carried[owner] === 1;
    const isKept = !isDropped && stays.devfns.has(index);
    if (isKept) this.#countAddress(index, 1);
    if (!hasBus(this.#tree, index)) return;
    const number = stays.buses.behind[index] ?? null;
    if (!isKept || (number === null && this.#isNewBelow(index, stays))) {
      this.carried[index] = 1;
      return;
    }
    const fn = this.#tree.functions[index];
    if (number === null || !fn?.address) return;
    const { bridge } = fn;
    const stated = bridge === null || bridge === UNKNOWN ? UNKNOWN : bridge.subordinate;
    const last = stated === UNKNOWN ? number : Math.max(number, stated);
    this.ranges.set(index, { domain: fn.address.domain, number, last });
    this.#count(fn.address.domain, number, 1);
  }

  /** A bus of which nothing shows the number, and nothing on it was there before: it can have any. */
  #isNewBelow(index: number, { devfns }: Stays): boolean {
    const members = this.#tree.below[index] ?? [];
    return members.length > 0 && !members.some((member) => devfns.has(member));
  }

  #countAddress(index: number, by: 1 | -1): void {
    if ((this.#isCounted[index] === 1) === by > 0) return;
    this.#isCounted[index] = by > 0 ? 1 : 0;
    for (const each of [index, ...(this.#tree.virtual.get(index) ?? [])]) {
      const address = this.#tree.functions[each]?.address;
      if (address) this.#count(address.domain, address.bus, by);
    }
  }

  #count(domain: number, bus: number, by: 1 | -1): void {
    let counts = this.#used.get(domain);
    if (!counts) {
      counts = new Uint32Array(BUSES);
      this.#used.set(domain, counts);
    }
    counts[bus] = Math.max(0, (counts[bus] ?? 0) + by);
  }

  /** Numbers that cannot be given out below this owner. */
  #blocked(owner: Owner, { domain, number, last }: Range): Uint8Array {
    const blocked = this.#taken(owner, domain, null);
    blocked.fill(1, 0, number + 1);
    blocked.fill(1, last + 1);
    return blocked;
  }

  /** Numbers that are in use, or belong to a bridge on that owner's bus other than `except`. */
  #taken(owner: Owner, domain: number, except: number | null): Uint8Array {
    const taken = new Uint8Array(BUSES);
    this.#used.get(domain)?.forEach((count, bus) => {
      if (count > 0) taken[bus] = 1;
    });
    for (const index of this.#members(owner)) {
      const range = index === except ? undefined : this.ranges.get(index);
      if (range) taken.fill(1, range.number, range.last + 1);
    }
    return taken;
  }

  #canReach(owner: Owner, last: number): boolean {
    const range = this.ranges.get(owner);
    if (!range) return false;
    if (last <= range.last) return true;
    if (owner < 0) return false;
    const above = this.ownerOf(owner);
    const taken = this.#taken(above, range.domain, owner);
    for (let bus = range.last + 1; bus <= last; bus++) if (taken[bus]) return false;
    return this.#canReach(above, last);
  }
}

function isFreeRun(blocked: Uint8Array, start: number, count: number): boolean {
  if (start < 0 || start + count > BUSES) return false;
  for (let at = start; at < start + count; at++) if (blocked[at]) return false;
  return true;
}
