import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import { familyOf, householdOf } from './family.ts';
import type { Gone } from './withoutParts.ts';

/** What goes with host bridges: everything on them, and the domains of VMDs there. */
export function hostsHolding(machine: Machine, hosts: readonly HostBridgeId[]): Gone {
  const family = familyOf(machine);
  const below = hosts.flatMap((host) => family.below(host));
  const household = householdOf(machine, family, below);
  return { functions: household.functions, hosts: new Set([...hosts, ...household.hosts]) };
}

/** What is taken out with a host bridge, a socket or a slot. */
export function wholeHolding(machine: Machine, whole: HostBridgeId | SocketId | SlotId): Gone {
  if (machine.hostBridges.some(({ id }) => id === whole)) {
    return hostsHolding(machine, [whole as HostBridgeId]);
  }
  if (machine.sockets.some(({ id }) => id === whole)) {
    const hosts = machine.hostBridges.filter(({ socket }) => socket === whole);
    const held = hostsHolding(
      machine,
      hosts.map(({ id }) => id),
    );
    return { ...held, sockets: new Set([whole as SocketId]) };
  }
  return { functions: new Set(), hosts: new Set(), slots: new Set([whole as SlotId]) };
}

/** The same as one list of ids. */
export function holdingOf(
  machine: Machine,
  whole: HostBridgeId | SocketId | SlotId,
): readonly (FunctionId | HostBridgeId | SocketId | SlotId)[] {
  const { functions, hosts, sockets, slots } = wholeHolding(machine, whole);
  return [...functions, ...hosts, ...(sockets ?? []), ...(slots ?? [])];
}
