import type { FunctionId, HostBridgeId, ScatterlistId, SlotId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { FlowEnd, FlowEngine, Workload } from '../../model/workload.ts';
import type { Household } from './family.ts';

/** What is taken out. */
export interface Gone extends Household {
  readonly sockets?: ReadonlySet<SocketId>;
  readonly slots?: ReadonlySet<SlotId>;
}

/**
 * The machine without these parts, and without what was said of them:
 * - flows that began, ended or were driven there go, memory and CPUs of sockets included; so do members of a group (a group of fewer
 *   than two goes whole, and so does a pipeline without its NIC; one that went through removed memory
 *   goes through the host's), scatterlists of a removed client, entries in removed memory, lists that
 *   are left empty, and flows to those;
 * - notes, placements and side links of removed parts go;
 * - a slot loses its removed ports; one that loses its last port goes, and devices in it sit in none.
 */
export function withoutParts(machine: Machine, gone: Gone): Machine {
  const isGone = (id: string | null): boolean =>
    gone.functions.has(id as FunctionId) ||
    gone.hosts.has(id as HostBridgeId) ||
    gone.sockets?.has(id as SocketId) === true;
  const slots = machine.slots.map((slot) =>
    slot.ports.some(isGone) ? { ...slot, ports: slot.ports.filter((port) => !isGone(port)) } : slot,
  );
  const lost = new Set<SlotId>([
    ...(gone.slots ?? []),
    ...slots.filter((slot, at) => slot.ports.length === 0 && slot !== machine.slots[at]).map(idOf),
  ]);
  const isLost = (id: string | null): boolean => isGone(id) || lost.has(id as SlotId);
  return {
    ...machine,
    sockets: machine.sockets.filter(({ id }) => !isGone(id)),
    socketLinks: machine.socketLinks.filter(({ from, to }) => !isGone(from) && !isGone(to)),
    hostBridges: machine.hostBridges
      .filter((host) => !gone.hosts.has(host.id))
      .map((host) => (isGone(host.socket) ? { ...host, socket: null } : host)),
    functions: machine.functions
      .filter((fn) => !gone.functions.has(fn.id))
      .map((fn) => (fn.slot !== null && lost.has(fn.slot) ? { ...fn, slot: null } : fn)),
    slots: slots.filter((slot) => !lost.has(slot.id)),
    sideLinks: machine.sideLinks.filter(({ from, to }) => !isGone(from) && !isGone(to)),
    notes: machine.notes.filter(({ about }) => !isLost(about)),
    placements: machine.placements.filter(({ about }) => !isLost(about)),
    workload: workloadWithout(machine.workload, isGone),
  };
}

const idOf = <Id>({ id }: { readonly id: Id }): Id => id;

function workloadWithout(workload: Workload, isGone: (id: string | null) => boolean): Workload {
  const scatterlists = workload.scatterlists
    .filter(({ client }) => !isGone(client))
    .map((list) => {
      const entries = list.entries.filter(
        (entry) => entry.kind !== 'peer' || !isGone(entry.provider),
      );
      return entries.length === list.entries.length ? list : { ...list, entries };
    })
    .filter((list) => list.entries.length > 0 || workload.scatterlists.includes(list));
  const lists = new Set<ScatterlistId>(scatterlists.map(idOf));
  const isOpen = (end: FlowEnd): boolean =>
    end.kind === 'scatterlist'
      ? lists.has(end.id)
      : !isGone(end.kind === 'memory' ? end.socket : end.id);
  const hasEngine = (by: FlowEngine | null): boolean =>
    by === null || !isGone(by.kind === 'cpu' ? by.socket : by.id);
  return {
    flows: workload.flows.filter(({ from, to, by }) => isOpen(from) && isOpen(to) && hasEngine(by)),
    groups: workload.groups.flatMap((group) => {
      const members = group.members.filter(isOpen);
      const { through, ...rest } = group;
      const hasLostThrough = through !== undefined && !isOpen(through);
      if (members.length === group.members.length && !hasLostThrough) return [group];
      // A target without its NIC is none: no drive takes its place.
      const [first] = group.members;
      const isHeadless = group.pattern === 'nvme-of' && first !== undefined && !isOpen(first);
      if (members.length < 2 || isHeadless) return [];
      return [{ ...(hasLostThrough ? rest : group), members }];
    }),
    scatterlists,
  };
}
