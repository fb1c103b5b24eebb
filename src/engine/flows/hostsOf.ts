import { UNKNOWN } from '../../base/unknown.ts';
import type { PlatformPart } from '../../catalogue/part.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import { wayToRoot } from '../fabric/wayToRoot.ts';
import type { Topology } from '../pci/topology.ts';
import { platformOfHost } from './platformOfHost.ts';

/** A host bridge, where it is, and what the catalogue knows of its platform. */
export interface HostOfMachine {
  readonly host: HostBridge;
  readonly title: string;
  /** `null`: not shown, or the machine says nothing of sockets. */
  readonly socket: SocketId | null;
  readonly platform: PlatformPart | null;
}

export interface HostsOfMachine {
  readonly all: readonly HostOfMachine[];
  /** The host bridge above a function; of a VMD's domain the one that the VMD is below. */
  readonly at: (id: FunctionId) => HostOfMachine | null;
}

/** Options come and go while a machine stays as it is. */
const known = new WeakMap<Topology, HostsOfMachine>();

/** Host bridges with their sockets and platforms. */
export function hostsOf(topology: Topology): HostsOfMachine {
  const found = known.get(topology) ?? findHosts(topology);
  known.set(topology, found);
  return found;
}

function findHosts(topology: Topology): HostsOfMachine {
  const { machine, indexOf } = topology;
  const all = machine.hostBridges.map((host, index): HostOfMachine => {
    return {
      host,
      title: host.label ?? host.id,
      socket: socketOf(topology, host),
      platform: platformOfHost(topology, index),
    };
  });
  return {
    all,
    at: (id) => {
      const index = indexOf.get(id);
      return index === undefined ? null : (all[wayToRoot(topology, index).host] ?? null);
    },
  };
}

function socketOf({ machine }: Topology, host: HostBridge): SocketId | null {
  if (host.socket !== null && host.socket !== UNKNOWN) return host.socket;
  const { numaNode } = host;
  if (numaNode === null || numaNode === UNKNOWN) return null;
  const near = machine.sockets.filter((socket) => socket.numaNode === numaNode);
  return (near.length === 1 ? near[0]?.id : null) ?? null;
}
