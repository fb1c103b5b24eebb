import type { FunctionId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import { busCaps } from './capsOfBuses.ts';
import { rootCaps } from './capsOfRoots.ts';
import { socketCaps } from './capsOfSockets.ts';
import type { CapsSoFar, PlatformCaps } from './capsShape.ts';
import { hostsOf } from './hostsOf.ts';
import type { ThroughputOptions } from './throughputOptions.ts';

/**
 * What limits payload besides PCIe links: root complexes from port to port and to memory, what joins
 * sockets, switches of which somebody said what passes through them, conventional buses. What a
 * user stated always holds; what was measured of a platform only where the options ask for it.
 */
export function capsOf(analysis: Analysis, options: ThroughputOptions): PlatformCaps {
  const found: CapsSoFar = { caps: [], assumed: [] };
  const hosts = hostsOf(analysis.topology);
  const roots = rootCaps(hosts, options.withPlatformCaps, found);
  const sockets = socketCaps(analysis.topology, hosts, options.withPlatformCaps, found);
  const socketOf = (id: FunctionId) => hosts.at(id)?.socket ?? null;
  const through = busCaps(analysis.topology, found);
  return {
    ...found,
    through,
    betweenPorts: (from, to) => [
      ...roots.leaves(from),
      ...sockets.between(socketOf(from), socketOf(to)),
      ...sockets.toPort(from, to),
      ...roots.enters(from, to),
    ],
    toMemory: (from, socket) => [
      ...roots.toMemory(from),
      ...sockets.between(socketOf(from), socket),
    ],
    fromMemory: (socket, to) => sockets.between(socket, socketOf(to)),
    forwardedPayload: (from, to) =>
      options.withPlatformCaps ? roots.forwardedPayload(from, to) : null,
  };
}
