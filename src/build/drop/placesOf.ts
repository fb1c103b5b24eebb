import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { DropPlace } from '../carried.ts';
import { familyOf } from '../changes/family.ts';

/**
 * All places of a machine as people go through it: sockets with their host bridges, each with its tree
 * from above, slots behind the port that feeds them first, what belongs nowhere, the sheet.
 */
export function placesOf(machine: Machine): readonly DropPlace[] {
  const family = familyOf(machine);
  const places = new Set<DropPlace>();
  const slots = new Map<FunctionId, SlotId[]>();
  for (const { id, ports } of machine.slots) {
    const [first] = ports;
    if (first !== undefined) slots.set(first, [...(slots.get(first) ?? []), id]);
  }
  const domains = new Map<string, HostBridgeId>();
  for (const { id, vmdFunction } of machine.hostBridges) {
    if (vmdFunction !== null) domains.set(vmdFunction, id);
  }
  const walk = (top: FunctionId | HostBridgeId) => {
    const open: (FunctionId | HostBridgeId)[] = [top];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (places.has(id)) continue;
      places.add(id);
      for (const slot of slots.get(id as FunctionId) ?? []) places.add(slot);
      const below: (FunctionId | HostBridgeId)[] = family.below(id).map((fn) => fn.id);
      const domain = domains.get(id);
      if (domain !== undefined) below.push(domain);
      open.push(...below.reverse());
    }
  };
  const inSocket = (socket: SocketId | null) => {
    for (const host of machine.hostBridges) {
      const isOwn = domains.get(String(host.vmdFunction)) === host.id && isThere(host.vmdFunction);
      if (!isOwn && (socket === null || host.socket === socket)) walk(host.id);
    }
  };
  const isThere = (id: string | null) => id !== null && family.byId.has(id as FunctionId);
  for (const { id } of machine.sockets) {
    places.add(id);
    inSocket(id);
  }
  inSocket(null);
  for (const { id } of machine.functions) walk(id);
  for (const { id } of machine.slots) places.add(id);
  places.add('sheet');
  return [...places];
}
