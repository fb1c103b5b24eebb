import type { FunctionId, SocketId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { FlowEnd } from '../../../model/workload.ts';
import { functionName } from '../../pci/functionName.ts';
import type { Topology } from '../../pci/topology.ts';

/** A report names the same functions many times over. */
const known = new WeakMap<PciFunction, string>();

/** A function by the user's own name for it, else as the kernel names it. */
export function nameOf({ functions, indexOf }: Topology, id: FunctionId): string {
  const fn = functions[indexOf.get(id) ?? -1];
  if (!fn) return id;
  const name = known.get(fn) ?? fn.label ?? functionName(fn);
  known.set(fn, name);
  return name;
}

/** `gpu0`, `host memory`, `memory of socket 1`, a list's own name. */
export function nameOfEnd(topology: Topology, end: FlowEnd): string {
  switch (end.kind) {
    case 'function':
      return nameOf(topology, end.id);
    case 'memory':
      return end.socket === null
        ? 'host memory'
        : `memory of ${nameOfSocket(topology, end.socket)}`;
    case 'scatterlist': {
      const list = topology.machine.workload.scatterlists.find(({ id }) => id === end.id);
      return list?.label ?? end.id;
    }
  }
}

/** `socket 1`; a socket's own name, where it has one. */
export function nameOfSocket({ machine }: Topology, id: SocketId): string {
  const index = machine.sockets.findIndex((socket) => socket.id === id);
  const socket = machine.sockets[index];
  return socket?.label ?? `socket ${socket?.numaNode ?? index}`;
}
