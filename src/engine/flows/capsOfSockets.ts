import { byteRate } from '../../base/byteRate.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { Machine, SocketLink } from '../../model/machine.ts';
import type { Topology } from '../pci/topology.ts';
import type { Cap, CapsSoFar } from './capsShape.ts';
import type { HostsOfMachine } from './hostsOf.ts';
import { nameOf } from './plan/nameOf.ts';

/** Caps of what joins sockets, and who meets them. */
export interface SocketCaps {
  /** From socket to socket, by the fewest links; nothing where either is not known or both are the same. */
  readonly between: (from: SocketId | null, to: SocketId | null) => readonly number[];
  /** Peer data that come from another socket to this root port. */
  readonly toPort: (from: FunctionId, to: FunctionId) => readonly number[];
}

/**
 * One cap for each link and way. Between two sockets of a machine that shows no links there is one of
 * which nothing is known. What was measured of peers goes by their root port: one cap for each port.
 */
export function socketCaps(
  topology: Topology,
  hosts: HostsOfMachine,
  withPlatform: boolean,
  { caps, assumed }: CapsSoFar,
): SocketCaps {
  const { machine } = topology;
  const ways = new Map<SocketId, Map<SocketId, number>>();
  for (const link of linksBetween(machine)) {
    for (const [from, to] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const way = ways.get(from) ?? new Map<SocketId, number>();
      const place = caps.push(linkCap(machine, hosts, link, from, to, withPlatform)) - 1;
      ways.set(from, way.set(to, place));
    }
  }
  if (caps.some(({ kind, capacity }) => kind === 'socket-link' && capacity === null)) {
    assumed.push({
      kind: 'socket-link',
      text: 'How much the links between sockets carry is not known: taken as no limit.',
    });
  }
  const ports = new Map<FunctionId, number>();
  if (withPlatform && machine.sockets.length > 1) {
    for (const { id, type } of machine.functions) {
      const cap = type === 'root-port' ? peerCap(topology, hosts, id) : null;
      if (cap) ports.set(id, caps.push(cap) - 1);
    }
  }
  return {
    between: (from, to) => shortestWay(ways, from, to),
    toPort: (from, to) => {
      const [source, target] = [hosts.at(from)?.socket, hosts.at(to)?.socket];
      const place = !source || !target || source === target ? undefined : ports.get(to);
      return place === undefined ? [] : [place];
    },
  };
}

function linksBetween({ sockets, socketLinks }: Machine): readonly SocketLink[] {
  if (socketLinks.length > 0) return socketLinks;
  return sockets.flatMap((from, index) =>
    sockets.slice(index + 1).map((to) => ({
      from: from.id,
      to: to.id,
      bytesPerSecond: null,
      latencyNs: null,
    })),
  );
}

/** One way of a link: as the machine states it, else what the CPUs of its sockets have. */
function linkCap(
  { sockets }: Machine,
  hosts: HostsOfMachine,
  link: SocketLink,
  from: SocketId,
  to: SocketId,
  withPlatform: boolean,
): Cap {
  const name = (id: SocketId) => sockets.find((socket) => socket.id === id)?.label ?? id;
  const common = {
    kind: 'socket-link',
    title: `${name(from)} to ${name(to)}`,
    part: from,
    source: null,
  } as const;
  if (link.bytesPerSecond !== null) {
    const text = `The machine states ${byteRate(link.bytesPerSecond)} from ${name(from)} to ${name(to)}.`;
    return { ...common, capacity: link.bytesPerSecond, text };
  }
  const near = hosts.all.filter(({ socket }) => socket === from || socket === to);
  for (const { platform } of withPlatform ? near : []) {
    const figure = platform?.socketRate;
    if (!platform || !figure?.source) continue;
    const text = `The links between two sockets of ${platform.title} carry ${byteRate(figure.value)} one way, with their own headers.`;
    return { ...common, capacity: figure.value, text, source: figure.source };
  }
  const text = `How much goes from ${name(from)} to ${name(to)} is not known.`;
  return { ...common, capacity: null, text };
}

function peerCap(topology: Topology, hosts: HostsOfMachine, port: FunctionId): Cap | null {
  const platform = hosts.at(port)?.platform;
  const figure = platform?.socketPeerRate;
  if (!platform || !figure?.source) return null;
  const name = nameOf(topology, port);
  return {
    kind: 'socket-link',
    title: `peers of other sockets to ${name}`,
    part: port,
    capacity: figure.value,
    text: `On ${platform.title} about ${byteRate(figure.value)} of peer traffic reaches a root port from other sockets; boards differ. Peers of one socket have more.`,
    source: figure.source,
  };
}

/** Places of the caps on the way with the fewest links. */
function shortestWay(
  ways: ReadonlyMap<SocketId, ReadonlyMap<SocketId, number>>,
  from: SocketId | null,
  to: SocketId | null,
): readonly number[] {
  if (from === null || to === null || from === to) return [];
  const reached = new Map<SocketId, readonly number[]>([[from, []]]);
  for (const [at, way] of reached) {
    if (at === to) return way;
    for (const [next, place] of ways.get(at) ?? []) {
      if (!reached.has(next)) reached.set(next, [...way, place]);
    }
  }
  return [];
}
