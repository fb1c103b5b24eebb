import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

type PartId = FunctionId | HostBridgeId | SocketId | SlotId;

/** The locked part that holds a part: itself, or the nearest above it; `null` where none does. */
export type LockedBy = (part: PartId) => PartId | null;

const KNOWN = new WeakMap<Machine, LockedBy>();

/**
 * Which parts are locked, by themselves or by something above them. Above a function are its physical
 * function, the slots that it sits in or feeds, its bridge or host bridge; above a host bridge its VMD
 * and its socket; above a slot its ports.
 */
export function lockedBy(machine: Machine): LockedBy {
  const known = KNOWN.get(machine);
  if (known) return known;
  const made = locksOf(machine);
  KNOWN.set(machine, made);
  return made;
}

function locksOf(machine: Machine): LockedBy {
  const locked = new Set<PartId>(
    machine.placements.filter((placement) => placement.locked).map(({ about }) => about),
  );
  if (locked.size === 0) return () => null;
  const above = aboveOf(machine);
  const found = new Map<PartId, PartId | null>();
  const look = (start: PartId): PartId | null => {
    const way = new Set<PartId>();
    let open: readonly PartId[] = [start];
    let lock: PartId | null = null;
    while (open.length > 0 && lock === null) {
      const next: PartId[] = [];
      for (const id of open) {
        if (way.has(id)) continue;
        way.add(id);
        const before = found.get(id);
        lock ??= locked.has(id) ? id : (before ?? null);
        if (before === undefined) next.push(...above(id));
      }
      open = next;
    }
    if (lock === null) for (const id of way) found.set(id, null);
    else found.set(start, lock);
    return lock;
  };
  return (part) => {
    const before = found.get(part);
    return before === undefined ? look(part) : before;
  };
}

/** What is directly above a part, the nearest first. */
function aboveOf(machine: Machine): (part: PartId) => readonly PartId[] {
  const functions = new Map<string, PciFunction>(machine.functions.map((fn) => [fn.id, fn]));
  const hosts = new Map<string, Machine['hostBridges'][number]>(
    machine.hostBridges.map((host) => [host.id, host]),
  );
  const slots = new Map<string, Machine['slots'][number]>(
    machine.slots.map((slot) => [slot.id, slot]),
  );
  const feeds = new Map<FunctionId, SlotId[]>();
  for (const { id, ports } of machine.slots) {
    for (const port of ports) feeds.set(port, [...(feeds.get(port) ?? []), id]);
  }
  const isThere = <Id>(id: Id | null | typeof UNKNOWN): id is Id => id !== null && id !== UNKNOWN;
  return (part) => {
    const fn = functions.get(part);
    if (fn) {
      const parent = fn.parent === UNKNOWN ? null : fn.parent.id;
      return [fn.physfn, fn.slot, ...(feeds.get(fn.id) ?? []), parent].filter(isThere);
    }
    const host = hosts.get(part);
    if (host) return [host.vmdFunction, host.socket].filter(isThere);
    return slots.get(part)?.ports ?? [];
  };
}
