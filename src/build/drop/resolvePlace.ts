import { type Problem, problemError } from '../../base/problem.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { Machine, Slot } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import type { DropPlace } from '../carried.ts';
import { devicesBelow, familyOf } from '../changes/family.ts';
import { atStart, slotName, socketName } from '../wholeName.ts';

/**
 * What stands for a place in the tree: a socket's only host bridge, the domain of a VMD, a slot's first
 * port that has room, else its first. A problem says why nothing does.
 *
 * @param moving what is on its way, and so does not take up a port
 */
export function resolvePlace(
  machine: Machine,
  place: DropPlace,
  moving: ReadonlySet<FunctionId>,
): Parent | Problem {
  if (place === 'sheet') return machine.hostBridges.length === 0 ? NO_PLATFORM : NO_PLACE;
  if (familyOf(machine).byId.has(place as FunctionId)) {
    const domain = domainOf(machine, place);
    if (domain !== null) return { kind: 'host', id: domain };
    return { kind: 'function', id: place as FunctionId };
  }
  if (machine.hostBridges.some(({ id }) => id === place)) {
    return { kind: 'host', id: place as HostBridgeId };
  }
  const slot = machine.slots.find(({ id }) => id === place);
  if (slot) return inSlot(machine, slot, moving);
  const socket = machine.sockets.find(({ id }) => id === place);
  if (!socket) return problemError(`There is no part ${place}.`, { where: place });
  const hosts = hostsOf(machine, socket.id);
  const [only, ...others] = hosts;
  if (only && others.length === 0) return { kind: 'host', id: only };
  const refuse = (text: string, hint: string) => problemError(text, { where: socket.id, hint });
  const name = atStart(socketName(socket));
  return only
    ? refuse(`${name} has ${hosts.length} host bridges.`, 'Choose one of its host bridges.')
    : refuse(`${name} has no host bridge.`, 'Drop a platform on it first.');
}

/** On the sheet beside all parts there is nothing to hang from. */
const NO_PLACE: Problem = problemError('Nothing there leads to a bus.', {
  hint: 'Drop it on a port, a switch or a host bridge.',
});

/** On an empty sheet there is nothing else to drop things on. */
const NO_PLATFORM: Problem = problemError('Begin with a platform: drop one here.');

/** The domain behind a VMD: what is dropped on the VMD hangs there. */
export function domainOf({ hostBridges }: Machine, place: DropPlace): HostBridgeId | null {
  return hostBridges.find(({ vmdFunction }) => vmdFunction === place)?.id ?? null;
}

/** Host bridges that a socket has itself: the domain of a VMD is behind a device. */
function hostsOf(machine: Machine, socket: SocketId): readonly HostBridgeId[] {
  return machine.hostBridges
    .filter((host) => host.socket === socket && host.vmdFunction === null)
    .map(({ id }) => id);
}

function inSlot(machine: Machine, slot: Slot, moving: ReadonlySet<FunctionId>): Parent | Problem {
  const family = familyOf(machine);
  const isFree = (port: FunctionId) =>
    devicesBelow(family, port).every(([first]) => first && moving.has(first.id));
  const port = slot.ports.find(isFree) ?? slot.ports.at(0);
  if (port !== undefined) return { kind: 'function', id: port };
  return problemError(`No port leads to ${slotName(slot)}.`, {
    where: slot.id,
    hint: 'Choose a port or a switch.',
  });
}

/** Is it one of the machine's slots? */
export function isSlot(machine: Machine, place: DropPlace): place is SlotId {
  return machine.slots.some(({ id }) => id === place);
}
