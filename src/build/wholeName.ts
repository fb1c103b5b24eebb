import { hex } from '../base/hex.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { HostBridge, Machine, Slot, Socket } from '../model/machine.ts';
import { familyOf } from './changes/family.ts';
import { partName } from './partName.ts';

/** What a sentence calls a host bridge. */
export function hostName({ label, domain, rootBus, id }: HostBridge): string {
  return label ?? (rootBus === null ? id : `host bridge ${hex(domain, 4)}:${hex(rootBus, 2)}`);
}

/** What a sentence calls a socket. */
export function socketName({ label, numaNode, id }: Socket): string {
  return label ?? (numaNode === null ? id : `socket ${numaNode}`);
}

/** What a sentence calls a slot. */
export function slotName({ label, id }: Slot): string {
  return label ?? id;
}

/** The domain of a VMD goes by the VMD's name. */
function hostOrVmd(machine: Machine, host: HostBridge): string {
  const { vmdFunction } = host;
  const vmd =
    vmdFunction === null ? undefined : familyOf(machine).byId.get(vmdFunction as FunctionId);
  return vmd && host.label === null ? partName(vmd) : hostName(host);
}

/** What a sentence calls any part of a machine; what is not there by its id. */
export function nameOf(
  machine: Machine,
  id: FunctionId | HostBridgeId | SocketId | SlotId,
): string {
  const fn = familyOf(machine).byId.get(id as FunctionId);
  if (fn) return partName(fn);
  const host = machine.hostBridges.find((each) => each.id === id);
  if (host) return hostOrVmd(machine, host);
  const socket = machine.sockets.find((each) => each.id === id);
  if (socket) return socketName(socket);
  const slot = machine.slots.find((each) => each.id === id);
  return slot ? slotName(slot) : id;
}

/** A name at the start of a sentence: what a machine calls its parts stays as it is. */
export function atStart(name: string): string {
  return /^(?:host bridge|socket) /.test(name)
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : name;
}
