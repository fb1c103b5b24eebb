import { type Problem, problemError } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from './machine.ts';
import type { FlowEnd } from './workload.ts';

/** A place in a document that names another thing, and what kinds of things it may name. */
export interface Reference {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly where: string;
}

const FUNCTION = ['function'];
const SOCKET = ['socket'];
const PART = ['function', 'host bridge', 'socket', 'slot'];

/** The kind of everything that has an id; an id used twice is a problem. */
export function kindsOf(machine: Machine): {
  readonly kinds: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
} {
  const kinds = new Map<string, string>();
  const problems: Problem[] = [];
  const claim = (kind: string, path: string, things: readonly { readonly id: string }[]) => {
    things.forEach(({ id }, index) => {
      if (kinds.has(id)) {
        problems.push(problemError(`The id ${id} is used twice.`, { where: `${path}/${index}` }));
      }
      kinds.set(id, kind);
    });
  };
  claim('function', '/functions', machine.functions);
  claim('host bridge', '/hostBridges', machine.hostBridges);
  claim('socket', '/sockets', machine.sockets);
  claim('slot', '/slots', machine.slots);
  claim('flow', '/workload/flows', machine.workload.flows);
  claim('flow group', '/workload/groups', machine.workload.groups);
  claim('scatterlist', '/workload/scatterlists', machine.workload.scatterlists);
  claim('note', '/notes', machine.notes);
  return { kinds, problems };
}

/** Every reference of a document. */
export function references(machine: Machine): readonly Reference[] {
  const found: Reference[] = [];
  const add = (id: string | null, kinds: readonly string[], where: string) => {
    if (id !== null && id !== UNKNOWN) found.push({ id, kinds, where });
  };
  const addEnd = (end: FlowEnd, where: string) => {
    if (end.kind === 'memory') add(end.socket, SOCKET, where);
    else add(end.id, [end.kind], where);
  };
  machine.functions.forEach((fn, index) => {
    const where = `/functions/${index}`;
    if (fn.parent !== UNKNOWN) {
      const kinds = fn.parent.kind === 'host' ? ['host bridge'] : FUNCTION;
      add(fn.parent.id, kinds, `${where}/parent`);
    }
    add(fn.physfn, FUNCTION, `${where}/physfn`);
    add(fn.slot, ['slot'], `${where}/slot`);
  });
  machine.hostBridges.forEach((host, index) => {
    add(host.socket, SOCKET, `/hostBridges/${index}/socket`);
    add(host.vmdFunction, FUNCTION, `/hostBridges/${index}/vmdFunction`);
  });
  machine.slots.forEach((slot, index) => {
    for (const port of slot.ports) add(port, FUNCTION, `/slots/${index}/ports`);
  });
  machine.socketLinks.forEach(({ from, to }, index) => {
    for (const id of [from, to]) add(id, SOCKET, `/socketLinks/${index}`);
  });
  machine.sideLinks.forEach(({ from, to }, index) => {
    for (const id of [from, to]) add(id, [...FUNCTION, ...SOCKET], `/sideLinks/${index}`);
  });
  machine.notes.forEach((note, index) => {
    add(note.about, note.on === 'link' ? FUNCTION : PART, `/notes/${index}/about`);
  });
  machine.placements.forEach((placement, index) => {
    add(placement.about, PART, `/placements/${index}/about`);
  });
  machine.workload.flows.forEach((flow, index) => {
    const where = `/workload/flows/${index}`;
    addEnd(flow.from, `${where}/from`);
    addEnd(flow.to, `${where}/to`);
    if (flow.by?.kind === 'function') add(flow.by.id, FUNCTION, `${where}/by`);
    if (flow.by?.kind === 'cpu') add(flow.by.socket, SOCKET, `${where}/by`);
  });
  machine.workload.groups.forEach((group, index) => {
    for (const member of group.members) addEnd(member, `/workload/groups/${index}/members`);
    if (group.through) addEnd(group.through, `/workload/groups/${index}/through`);
  });
  machine.workload.scatterlists.forEach((list, index) => {
    const where = `/workload/scatterlists/${index}`;
    add(list.client, FUNCTION, `${where}/client`);
    for (const entry of list.entries) {
      if (entry.kind === 'peer') add(entry.provider, FUNCTION, `${where}/entries`);
    }
  });
  return found;
}
