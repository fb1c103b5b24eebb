import { type Problem, problemError } from '../../base/problem.ts';
import type { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId, HostBridgeId, SocketId } from '../../model/ids.ts';
import { linkRate } from '../../model/linkState.ts';
import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import type { Fragment } from '../fragment.ts';
import { atStart, nameOf } from '../wholeName.ts';
import { newSocket, settingsWith } from './addHost.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import { familyOf, householdOf } from './family.ts';
import { freeIds } from './freeIds.ts';
import { freshFragment } from './freshFragment.ts';
import { hostsHolding } from './holding.ts';
import { isProblem } from './isProblem.ts';
import { joinOf, landingOf } from './landing.ts';
import { noPortLeft } from './portsLeft.ts';
import { arrived, pluggedAt, spotAt } from './spot.ts';

/**
 * Puts parts that were cut out into a machine: devices below a place, one after another, host bridges
 * into a socket or, as sockets with them, onto the machine. What was said within them comes along.
 */
export const insert: ChangeKind<'insert'> = {
  refuse: (machine, change) => {
    const after = inserted(machine, change);
    return isProblem(after) ? after : null;
  },
  apply: (machine, change) => {
    const after = inserted(machine, change);
    if (isProblem(after)) throw new RangeError(after.text);
    return after;
  },
};

function inserted(machine: Machine, { fragment, to }: ChangeOf<'insert'>): Machine | Problem {
  const fresh = freshFragment(machine, fragment);
  const parent = typeof to === 'string' || to === null ? null : to;
  const socket = typeof to === 'string' ? to : null;
  const trouble = noSuchPlace(machine, fresh, parent, socket);
  if (trouble) return trouble;
  let after = withHosts(machine, fresh, socket);
  for (const [index, head] of fresh.devices.entries()) {
    if (!parent) return NO_PLACE;
    const next = withDevice(after, fresh, head, parent);
    if (isProblem(next)) {
      const name = nameOf(machine, parent.id);
      return index === 0 ? next : tooMany(name, index, fresh.devices.length, next);
    }
    after = next;
  }
  return withWords(after, fresh);
}

const NO_PLACE: Problem = problemError('A device needs a place in the tree.', {
  hint: 'Drop it on a port, a switch or a host bridge.',
});

function tooMany(name: string, fits: number, count: number, { where, hint }: Problem): Problem {
  return problemError(`${atStart(name)} has room for ${fits} of the ${count}.`, {
    ...(where !== null && { where }),
    ...(hint !== null && { hint }),
  });
}

function noSuchPlace(
  machine: Machine,
  { hosts, sockets }: Fragment,
  parent: Parent | null,
  socket: SocketId | null,
): Problem | null {
  if (socket !== null && !machine.sockets.some(({ id }) => id === socket)) {
    return problemError(`There is no socket ${socket}.`, { where: socket });
  }
  if (socket !== null && sockets.length > 0) {
    return problemError('A socket cannot be inside a socket.', {
      where: socket,
      hint: 'Drop it beside all parts.',
    });
  }
  if (socket !== null && hosts.length === 0) {
    return problemError('Only host bridges are put into a socket.', {
      where: socket,
      hint: 'Choose one of its host bridges.',
    });
  }
  if (parent?.kind !== 'host' || machine.hostBridges.some(({ id }) => id === parent.id))
    return null;
  return problemError(`There is no host bridge ${parent.id}.`, { where: parent.id });
}

/** Sockets as they were, other host bridges into that socket or into new ones. */
function withHosts(machine: Machine, fragment: Fragment, to: SocketId | null): Machine {
  const { machine: cut, hosts } = fragment;
  if (hosts.length === 0 && fragment.sockets.length === 0) return machine;
  const sockets: Socket[] = [...machine.sockets];
  const links = cut.socketLinks;
  const freeId = freeIds({ ...machine, sockets: [...machine.sockets, ...cut.sockets] });
  for (const socket of cut.sockets) {
    const { numaNode } = newSocket({ ...machine, sockets }, freeId);
    sockets.push({ ...socket, numaNode: socket.numaNode === null ? null : numaNode });
  }
  const socketOf = new Map<HostBridgeId, Socket>();
  let shared = sockets.find(({ id }) => id === to);
  const held = hostsHolding(cut, hosts);
  for (const host of cut.hostBridges) {
    if (!hosts.includes(host.id)) continue;
    const own = sockets.find(({ id }) => id === host.socket);
    if (!own && !shared) {
      shared = newSocket({ ...machine, sockets }, freeId);
      sockets.push(shared);
    }
    const socket = own ?? shared;
    if (socket) socketOf.set(host.id, socket);
  }
  const nodeOf = nodesOf(cut, hosts, socketOf);
  return {
    ...machine,
    settings: settingsWith(machine, cut.settings),
    sockets,
    socketLinks: [...machine.socketLinks, ...links],
    hostBridges: [
      ...machine.hostBridges,
      ...cut.hostBridges
        .filter(({ id }) => held.hosts.has(id))
        .map((host): HostBridge => {
          const top = nodeOf.get(host.id) ?? socketOf.get(host.id);
          return { ...host, socket: top?.id ?? null, numaNode: top?.numaNode ?? null };
        }),
    ],
    functions: [
      ...machine.functions,
      ...cut.functions
        .filter(({ id }) => held.functions.has(id))
        .map((fn) => ({ ...fn, numaNode: nodeOf.get(fn.id)?.numaNode ?? null })),
    ],
  };
}

/** The socket of everything that is on a host bridge, domains of VMDs included. */
function nodesOf(
  cut: Machine,
  hosts: readonly HostBridgeId[],
  socketOf: ReadonlyMap<HostBridgeId, Socket>,
): ReadonlyMap<FunctionId | HostBridgeId, Socket> {
  const nodes = new Map<FunctionId | HostBridgeId, Socket>();
  for (const host of hosts) {
    const socket = socketOf.get(host);
    if (!socket) continue;
    const held = hostsHolding(cut, [host]);
    for (const id of [...held.functions, ...held.hosts]) nodes.set(id, socket);
  }
  return nodes;
}

function withDevice(
  machine: Machine,
  fragment: Fragment,
  id: FunctionId,
  to: Parent,
): Machine | Problem {
  const device = deviceAt(fragment, id);
  const [head] = device;
  if (!head) return problemError(`There is no part ${id}.`, { where: id });
  const join = joinOf(head);
  if (join === null) {
    return problemError('A port cannot be put in elsewhere alone.', {
      hint: 'Choose what is below it.',
    });
  }
  const family = familyOf(machine);
  const landing = landingOf(machine, family, join, to, new Set());
  if (isProblem(landing)) return landing;
  const full = landing.kind === 'new-port' ? noPortLeft(family, landing.beside) : null;
  if (full) return full;
  const { machine: cut } = fragment;
  const household = householdOf(cut, familyOf(cut), device);
  const taken = freeIds(machine);
  for (const each of [...household.functions, ...household.hosts]) taken(each);
  const spot = spotAt(machine, landing, taken, linkRate(head, 'capable'));
  const { numaNode } = spot;
  const heads = new Set(device.map((fn) => fn.id));
  const isOf = (fn: PciFunction) =>
    heads.has(fn.id) || (fn.physfn !== null && heads.has(fn.physfn));
  const functions = cut.functions
    .filter((fn) => household.functions.has(fn.id))
    .map((fn) => (isOf(fn) ? pluggedAt(spot, { ...fn, numaNode }) : { ...fn, numaNode }));
  const after = arrived(spot, functions, functions.find(isOf));
  const socket = socketAbove(machine, to);
  return {
    ...after,
    hostBridges: [
      ...after.hostBridges,
      ...cut.hostBridges
        .filter((host) => household.hosts.has(host.id))
        .map((host) => ({ ...host, numaNode, socket })),
    ],
  };
}

/** The functions of a device: those of the holder from its first up to the next device's. */
function deviceAt({ machine, devices, holder }: Fragment, id: FunctionId): readonly PciFunction[] {
  if (holder === null) return [];
  const onHolder = familyOf(machine)
    .below(holder)
    .filter(({ physfn }) => physfn === null);
  const first = onHolder.findIndex((fn) => fn.id === id);
  if (first < 0) return [];
  const next = onHolder.findIndex((fn, at) => at > first && devices.includes(fn.id));
  return onHolder.slice(first, next < 0 ? undefined : next);
}

function socketAbove(machine: Machine, to: Parent): HostBridge['socket'] {
  return machine.hostBridges.find(({ id }) => id === to.id)?.socket ?? null;
}

/** What was said of the parts, among themselves. */
function withWords(machine: Machine, { machine: cut }: Fragment): Machine {
  const { flows, groups, scatterlists } = machine.workload;
  const here = new Set<string | null | typeof UNKNOWN>();
  for (const { id } of [...machine.functions, ...machine.hostBridges, ...machine.sockets]) {
    here.add(id);
  }
  return {
    ...machine,
    sideLinks: [...machine.sideLinks, ...cut.sideLinks],
    notes: [...machine.notes, ...cut.notes.filter(({ about }) => here.has(about))],
    placements: [...machine.placements, ...cut.placements.filter(({ about }) => here.has(about))],
    workload: {
      flows: [...flows, ...cut.workload.flows],
      groups: [...groups, ...cut.workload.groups],
      scatterlists: [...scatterlists, ...cut.workload.scatterlists],
    },
  };
}
