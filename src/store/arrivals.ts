import { devicesBelow, familyOf, isPort } from '../build/changes/family.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PartId } from './edit.ts';

/**
 * The parts that a change brought, each by its topmost: a device by its first function, without what
 * is below it and without ports that were made to plug it into; hosts and sockets taken whole.
 */
export function arrivals(before: Machine, after: Machine): readonly PartId[] {
  const isNew = newIn(before, after);
  const family = familyOf(after);
  const slotOf = new Map(
    after.slots.filter(isNew).flatMap((slot) => slot.ports.map((port) => [port, slot.id] as const)),
  );

  const headsBelow = (parent: FunctionId | HostBridgeId): readonly PartId[] =>
    devicesBelow(family, parent).flatMap((device) => {
      const [first] = device;
      if (!first || !device.some(isNew)) return [];
      if (!isPort(first)) return [first.id];
      const below = headsBelow(first.id);
      return below.length > 0 ? below : [slotOf.get(first.id) ?? first.id];
    });

  const hosts = after.hostBridges.filter((host) => host.vmdFunction === null && isNew(host));
  const withHost = new Set(hosts.map(({ socket }) => socket));
  const sockets = after.sockets.filter((socket) => isNew(socket) && !withHost.has(socket.id));
  // New functions hang below old parts, or below what was found above already.
  const old = [...after.hostBridges, ...after.functions].filter((part) => !isNew(part));
  const devices = old.flatMap(({ id }) => headsBelow(id));
  const slots = after.slots.filter((slot) => isNew(slot)).map(({ id }) => id);
  const found: readonly PartId[] = [
    ...sockets.map(({ id }) => id),
    ...hosts.map(({ id }) => id),
    ...devices,
  ];
  return [...new Set(found.length > 0 ? found : slots)];
}

function newIn(before: Machine, _after: Machine): (part: { readonly id: string }) => boolean {
  const { functions, hostBridges, sockets, slots } = before;
  const old = new Set<string>([functions, hostBridges, sockets, slots].flat().map(({ id }) => id));
  return ({ id }) => !old.has(id);
}
