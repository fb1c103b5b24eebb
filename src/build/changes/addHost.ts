import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { makeHost } from '../../catalogue/makeHost.ts';
import type { PlatformPart } from '../../catalogue/part.ts';
import { platformSettings } from '../../catalogue/platformSettings.ts';
import type { FunctionId, HostBridgeId, SocketId } from '../../model/ids.ts';
import type { Machine, Socket, SocketLink } from '../../model/machine.ts';
import type { Settings } from '../../model/settings.ts';
import { partById } from '../partById.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import { freeIds } from './freeIds.ts';
import { freeLabels } from './freeLabels.ts';
import { isProblem } from './isProblem.ts';

/**
 * A platform's host bridge with what every one of them has on its root bus, in a socket that is there
 * or in a new one, which is linked to the last there is: how fast, nobody has said. The first of a
 * machine says CPU and IOMMU, unless they are known.
 */
export const addHost: ChangeKind<'add-host'> = {
  refuse: (machine, change) => {
    const found = platformOf(machine, change);
    return isProblem(found) ? found : null;
  },
  apply: (machine, change) => {
    const part = platformOf(machine, change);
    if (isProblem(part)) throw new RangeError(part.text);
    const freeId = freeIds(machine);
    const label = freeLabels(machine).wished(change.label, 'h');
    const there = machine.sockets.find(({ id }) => id === change.socket);
    const socket = there ?? newSocket(machine, freeId);
    const { host, functions } = makeHost(part, {
      id: freeId(label) as HostBridgeId,
      label,
      numaNode: socket.numaNode,
      socket: socket.id,
    });
    return {
      ...machine,
      settings: settingsWith(machine, platformSettings(part)),
      sockets: there ? machine.sockets : [...machine.sockets, socket],
      socketLinks: there
        ? machine.socketLinks
        : [...machine.socketLinks, ...linkTo(machine, socket)],
      hostBridges: [...machine.hostBridges, host],
      functions: [
        ...machine.functions,
        ...functions.map((fn) => ({ ...fn, id: freeId(fn.id) as FunctionId })),
      ],
    };
  },
};

function platformOf(
  machine: Machine,
  { part: id, socket }: ChangeOf<'add-host'>,
): PlatformPart | Problem {
  const part = partById(id);
  if (!part) return problemError(`The catalogue has no part ${id}.`);
  if (part.kind !== 'host') {
    return problemError(`${part.title} is no platform.`, {
      hint: 'Drop it on a port, a switch or a host bridge.',
    });
  }
  if (socket === null || machine.sockets.some((each) => each.id === socket)) return part;
  return problemError(`There is no socket ${socket}.`, { where: socket });
}

/** What links a new socket to the one before; of a captured machine the input would say it. */
function linkTo({ origin, sockets }: Machine, { id }: Socket): readonly SocketLink[] {
  const last = sockets.at(-1);
  if (origin !== 'drawn' || !last) return [];
  return [{ from: last.id, to: id, bytesPerSecond: null, latencyNs: null }];
}

/** A further socket, with the next number of a NUMA node. */
export function newSocket(machine: Machine, freeId: (wish: string) => string): Socket {
  const taken = new Set(machine.sockets.map(({ numaNode }) => numaNode));
  let numaNode = 0;
  while (taken.has(numaNode)) numaNode++;
  return { id: freeId(`socket${numaNode}`) as SocketId, label: null, numaNode, model: null };
}

/** The first host bridge of a machine says what nobody else said. */
export function settingsWith(
  { hostBridges, settings }: Machine,
  { cpu, iommu }: Pick<Settings, 'cpu' | 'iommu'>,
): Settings {
  if (hostBridges.length > 0) return settings;
  return {
    ...settings,
    cpu: settings.cpu === UNKNOWN ? cpu : settings.cpu,
    iommu: settings.iommu === UNKNOWN ? iommu : settings.iommu,
  };
}
