import { UNKNOWN } from '../../base/unknown.ts';
import type { DropPlace } from '../../build/carried.ts';
import { type Family, familyOf, isPort } from '../../build/changes/family.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PartId } from '../edit.ts';

/** A part and what is above it, up to its socket: places to try, the nearest first. */
export function wayUp(machine: Machine, part: PartId | null): readonly DropPlace[] {
  const family = familyOf(machine);
  const way = new Set<PartId>();
  for (let at = part; at !== null && !way.has(at); at = above(machine, family, at)) way.add(at);
  return [...way];
}

/** Where a part's neighbours are: the switch, bridge or host bridge above, or its socket. */
export function besideOf(machine: Machine, part: PartId): DropPlace {
  const family = familyOf(machine);
  const up = above(machine, family, part);
  if (up === null) return 'sheet';
  const port = family.byId.get(up as FunctionId);
  // A port takes one device: the next one goes beside it.
  return port && isPort(port) ? (above(machine, family, up) ?? up) : up;
}

function above(machine: Machine, { byId }: Family, part: PartId): PartId | null {
  const fn = byId.get(part as FunctionId);
  if (fn) return fn.physfn ?? (fn.parent === UNKNOWN ? null : fn.parent.id);
  const host = machine.hostBridges.find(({ id }) => id === part);
  if (host) return known(host.vmdFunction) ?? known(host.socket);
  return machine.slots.find(({ id }) => id === part)?.ports[0] ?? null;
}

function known<Id extends PartId>(id: Id | null | typeof UNKNOWN): Id | null {
  return id === UNKNOWN ? null : id;
}
