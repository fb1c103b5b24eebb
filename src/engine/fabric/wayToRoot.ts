import { UNKNOWN } from '../../base/unknown.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology, wayUp } from '../pci/topology.ts';

/** The places that a packet passes from a function up to the root complex. */
export interface WayToRoot {
  /** The function itself first. Of a VMD domain the VMD function, too. */
  readonly nodes: readonly number[];
  /** Whether the last of them sits on a root bus; else what is above it is not shown. */
  readonly isWhole: boolean;
  /** The host bridge of the last one, or NOT_SHOWN. */
  readonly host: number;
}

/** {@link WayToRoot} of a function: bridges by the tree, and out of a VMD domain through its function. */
export function wayToRoot(topology: Topology, start: number): WayToRoot {
  const nodes: number[] = [];
  let at = start;
  for (let domains = 0; domains <= topology.rootBus.length; domains++) {
    nodes.push(...wayUp(topology, at));
    const top = nodes.at(-1) ?? start;
    const host = topology.host[top] ?? NOT_SHOWN;
    const isWhole = topology.upstream[top] === ON_ROOT_BUS;
    const holder = isWhole ? vmdHolder(topology, host) : null;
    if (holder === null || nodes.includes(holder)) return { nodes, isWhole, host };
    at = holder;
  }
  return { nodes, isWhole: false, host: NOT_SHOWN };
}

/** The VMD function whose domain this host bridge is; `null` for native ones and unknown holders. */
export function vmdHolder(topology: Topology, host: number): number | null {
  const bridge = topology.machine.hostBridges[host];
  if (bridge?.kind !== 'vmd') return null;
  const { vmdFunction } = bridge;
  if (vmdFunction === null || vmdFunction === UNKNOWN) return null;
  return topology.indexOf.get(vmdFunction) ?? null;
}

/** Is this the VMD function of some domain? */
export function holdsDomain(topology: Topology, index: number): boolean {
  const { id } = functionAt(topology, index);
  return topology.machine.hostBridges.some((host) => host.vmdFunction === id);
}
