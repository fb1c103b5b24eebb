import { UNKNOWN } from '../base/unknown.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { FlowEnd, Workload } from '../model/workload.ts';
import { devicesUnder } from './changes/devicesUnder.ts';
import { deviceOf, type Family, familyOf, householdOf, isPort } from './changes/family.ts';
import { freeIds } from './changes/freeIds.ts';
import { hostsHolding } from './changes/holding.ts';
import type { Fragment } from './fragment.ts';

type PartId = FunctionId | HostBridgeId | SocketId | SlotId;

/**
 * Cuts parts out, each with all that is below it, as a document of its own. A root port stands for the
 * devices below it, a slot for those in it, a virtual function for its card, the domain of a VMD for
 * the VMD. Notes, places, links beside the tree and flows within come along; slots do not. `null`
 * where nothing among them can be put in elsewhere: a port of a switch alone.
 */
export function cutOut(machine: Machine, ids: Iterable<PartId>): Fragment | null {
  const family = familyOf(machine);
  const wanted = new Set<PartId>(ids);
  const sockets = machine.sockets.filter(({ id }) => wanted.has(id));
  const hosts = machine.hostBridges.filter(
    (host) =>
      !isDomain(family, host) &&
      (wanted.has(host.id) || sockets.some(({ id }) => id === host.socket)),
  );
  const withHosts = hostsHolding(
    machine,
    hosts.map(({ id }) => id),
  );
  const heads = headsOf(machine, family, wanted);
  const firsts = outermost(machine, family, heads, withHosts.functions);
  if (firsts.length === 0 && hosts.length === 0 && sockets.length === 0) return null;
  const below = householdOf(
    machine,
    family,
    firsts.flatMap((fn) => deviceOf(family, fn)),
  );
  const functions = new Set([...withHosts.functions, ...below.functions]);
  const domains = new Set([...withHosts.hosts, ...below.hosts]);
  const holder = firsts.length === 0 ? null : holderOf(freeIds(machine)('holder') as HostBridgeId);
  const tops = new Set(firsts.flatMap((fn) => deviceOf(family, fn).map(({ id }) => id)));
  const kept = {
    functions,
    hosts: domains,
    sockets: new Set(sockets.map(({ id }) => id)),
  };
  return {
    machine: documentOf(machine, kept, tops, holder),
    devices: firsts.map(({ id }) => id),
    hosts: hosts.map(({ id }) => id),
    sockets: sockets.map(({ id }) => id),
    holder: holder?.id ?? null,
  };
}

function isDomain(family: Family, { vmdFunction }: HostBridge): boolean {
  return vmdFunction !== null && vmdFunction !== UNKNOWN && family.byId.has(vmdFunction);
}

/** Functions that the parts stand for, each the first of its device. */
function headsOf(
  machine: Machine,
  family: Family,
  wanted: ReadonlySet<PartId>,
): ReadonlySet<FunctionId> {
  const heads = new Set<FunctionId>();
  const take = (fn: PciFunction | undefined) => {
    if (!fn || fn.type === 'downstream') return;
    if (fn.type === 'root-port') {
      for (const [first] of devicesUnder(machine, fn.id)) if (first) heads.add(first.id);
      return;
    }
    const [first] = deviceOf(family, fn);
    if (first && !isPort(first)) heads.add(first.id);
  };
  for (const id of wanted) take(family.byId.get(id as FunctionId));
  for (const fn of machine.functions) {
    if (fn.slot !== null && wanted.has(fn.slot)) take(fn);
  }
  for (const { id, vmdFunction } of machine.hostBridges) {
    if (wanted.has(id) && vmdFunction !== null && vmdFunction !== UNKNOWN) {
      take(family.byId.get(vmdFunction));
    }
  }
  return heads;
}

/** In the machine's order, without those that go along with another, or with a host bridge. */
function outermost(
  machine: Machine,
  family: Family,
  heads: ReadonlySet<FunctionId>,
  taken: ReadonlySet<FunctionId>,
): readonly PciFunction[] {
  const found: PciFunction[] = [];
  const along = new Set(taken);
  for (const fn of machine.functions) {
    if (!heads.has(fn.id) || along.has(fn.id)) continue;
    found.push(fn);
    for (const id of householdOf(machine, family, deviceOf(family, fn)).functions) along.add(id);
  }
  return found;
}

function holderOf(id: HostBridgeId): HostBridge {
  return {
    id,
    label: null,
    domain: 0,
    rootBus: null,
    lastBus: UNKNOWN,
    socket: null,
    numaNode: null,
    kind: 'native',
    vmdFunction: null,
    windows: UNKNOWN,
    forwarding: null,
    model: null,
    isGuess: false,
  };
}

interface Kept {
  readonly functions: ReadonlySet<FunctionId>;
  readonly hosts: ReadonlySet<HostBridgeId>;
  readonly sockets: ReadonlySet<SocketId>;
}

function documentOf(
  machine: Machine,
  kept: Kept,
  tops: ReadonlySet<FunctionId>,
  holder: HostBridge | null,
): Machine {
  const isKept = (id: string | null) =>
    kept.functions.has(id as FunctionId) ||
    kept.hosts.has(id as HostBridgeId) ||
    kept.sockets.has(id as SocketId);
  const socketOf = (id: SocketId | null) => (isKept(id) ? id : null);
  const isTop = (fn: PciFunction) => tops.has(fn.id) || (fn.physfn !== null && tops.has(fn.physfn));
  return {
    ...blankMachine(machine.origin, machine.name),
    settings: machine.settings,
    sockets: machine.sockets.filter(({ id }) => kept.sockets.has(id)),
    socketLinks: machine.socketLinks.filter(({ from, to }) => isKept(from) && isKept(to)),
    hostBridges: [
      ...(holder ? [holder] : []),
      ...machine.hostBridges
        .filter(({ id }) => kept.hosts.has(id))
        .map((host) =>
          host.socket === UNKNOWN ? host : { ...host, socket: socketOf(host.socket) },
        ),
    ],
    functions: machine.functions
      .filter(({ id }) => kept.functions.has(id))
      .map((fn) => ({
        ...fn,
        slot: null,
        parent: holder && isTop(fn) ? { kind: 'host', id: holder.id } : fn.parent,
      })),
    sideLinks: machine.sideLinks.filter(({ from, to }) => isKept(from) && isKept(to)),
    notes: machine.notes.filter(({ about }) => isKept(about)),
    placements: machine.placements.filter(({ about }) => isKept(about)),
    workload: workloadWithin(machine.workload, isKept, socketOf),
  };
}

/** Flows of which both ends and the engine come along; memory of another socket is any socket's. */
function workloadWithin(
  { flows, groups, scatterlists }: Workload,
  isKept: (id: string) => boolean,
  socketOf: (id: SocketId | null) => SocketId | null,
): Workload {
  const lists = scatterlists.filter(
    ({ client, entries }) =>
      isKept(client) && entries.every((entry) => entry.kind !== 'peer' || isKept(entry.provider)),
  );
  const isEnd = (end: FlowEnd) =>
    end.kind === 'memory' ||
    (end.kind === 'function' ? isKept(end.id) : lists.some(({ id }) => id === end.id));
  const endOf = (end: FlowEnd): FlowEnd =>
    end.kind === 'memory' ? { ...end, socket: socketOf(end.socket) } : end;
  return {
    flows: flows.flatMap((flow) => {
      const { from, to, by } = flow;
      const isOfFunctions =
        from.kind !== 'memory' || to.kind !== 'memory' || by?.kind === 'function';
      if (!isOfFunctions || !isEnd(from) || !isEnd(to)) return [];
      if (by?.kind === 'function' && !isKept(by.id)) return [];
      const engine = by?.kind === 'cpu' ? { ...by, socket: socketOf(by.socket) } : by;
      return [{ ...flow, from: endOf(from), to: endOf(to), by: engine }];
    }),
    groups: groups
      .filter(
        ({ members, through }) =>
          members.every(isEnd) &&
          members.some(({ kind }) => kind !== 'memory') &&
          (through === undefined || isEnd(through)),
      )
      .map((group) => ({
        ...group,
        members: group.members.map(endOf),
        ...(group.through ? { through: endOf(group.through) } : {}),
      })),
    scatterlists: lists,
  };
}
