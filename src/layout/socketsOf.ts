import { UNKNOWN } from '../base/unknown.ts';
import type { HostBridge, Machine, Socket } from '../model/machine.ts';

/** Host bridges, as sockets hold them. */
export interface Sockets {
  readonly bySocket: ReadonlyMap<Socket, readonly HostBridge[]>;
  readonly alone: readonly HostBridge[];
}

/** Hosts by their socket; where the document knows none of a host, by its NUMA node if it can. */
export function socketsOf(machine: Machine): Sockets {
  const bySocket = new Map<Socket, HostBridge[]>(machine.sockets.map((socket) => [socket, []]));
  const alone: HostBridge[] = [];
  for (const host of machine.hostBridges) {
    const named = machine.sockets.find(({ id }) => id === host.socket);
    const near = machine.sockets.filter(
      ({ numaNode }) =>
        numaNode !== null && host.numaNode !== UNKNOWN && numaNode === host.numaNode,
    );
    const socket = named ?? (near.length === 1 ? near[0] : undefined);
    const hosts = socket ? bySocket.get(socket) : undefined;
    if (hosts) hosts.push(host);
    else alone.push(host);
  }
  return { bySocket, alone };
}

/** `Socket 0 · NUMA 0`, or the user's name for it. */
export function socketCaption(machine: Machine, socket: Socket): string {
  const numa = socket.numaNode === null ? '' : ` · NUMA ${socket.numaNode}`;
  return `${socketName(machine, socket)}${numa}`;
}

/** `Socket 0`, or the user's name for it. */
export function socketName({ sockets }: Machine, { id, label }: Socket): string {
  return label ?? `Socket ${sockets.findIndex((each) => each.id === id)}`;
}
