import type { SocketId } from './ids.ts';
import { acs, MachineBuilder } from './machine.testkit.ts';
import type { Machine, Socket } from './machine.ts';

/** A switch with three drives that are alike. */
export function threeDrives(): Machine {
  const drive = { id: '144d:a80a', change: { classCode: 0x010802 } };
  return new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01-05')
    .upstream('01:00.0', '02-05')
    .downstream('02:00.0', '03')
    .endpoint('03:00.0', drive)
    .downstream('02:01.0', '04')
    .endpoint('04:00.0', drive)
    .downstream('02:02.0', '05')
    .endpoint('05:00.0', drive)
    .build();
}

/** A switch with a port that redirects, above one card, and another above a card of two functions. */
export function twoCards(): Machine {
  return new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(0x1d) })
    .downstream('02:01.0', '04')
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .endpoint('04:00.1')
    .build();
}

/** A socket of the NUMA node of that number. */
export function socketOf(numaNode: number): Socket {
  return { id: `s${numaNode}` as SocketId, label: null, numaNode, model: null };
}

/** The same machine with a socket for each NUMA node, which is the number of its host bridge. */
export function withSockets(machine: Machine): Machine {
  return {
    ...machine,
    sockets: machine.hostBridges.map((_, numaNode) => socketOf(numaNode)),
    hostBridges: machine.hostBridges.map((host, numaNode) => ({ ...host, numaNode })),
  };
}
