import { hex64, hex64Value } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { BridgeWindow } from '../../model/registers.ts';
import { functionName } from '../pci/functionName.ts';
import { mayLeadTo } from '../pci/mayLeadTo.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology, wayUp } from '../pci/topology.ts';
import { peerMemory } from './peerMemory.ts';
import { wayToRoot } from './wayToRoot.ts';

/** Where a packet that comes up would be led by its address or id, at a function on its way. */
export type UpwardRoute =
  | { readonly kind: 'here' }
  /** To another function on the bus of this one: a port above the target, or the target itself. */
  | { readonly kind: 'peer'; readonly at: number }
  /** Back to where it came from. */
  | { readonly kind: 'same-port' }
  | { readonly kind: 'above' }
  /** The input does not show enough of the tree. */
  | { readonly kind: 'hidden' };

/**
 * Where a packet that enters a bridge from below belongs: into the bridge itself, to a neighbour on
 * the bus above it, back below it, or further up. A root port has no neighbours: what lies under
 * another root port is the root complex's business.
 *
 * Source: PCI Express base specification 2.2.4.1 and 1.3.3 (address routing in switches).
 */
export function routeUpwards(topology: Topology, bridge: number, target: number): UpwardRoute {
  if (bridge === target) return { kind: 'here' };
  const targetWay = wayToRoot(topology, target);
  if (targetWay.nodes.includes(bridge)) return { kind: 'same-port' };
  const top = targetWay.nodes.at(-1) ?? target;
  if (!targetWay.isWhole && mayLeadTo(topology, bridge, top)) return { kind: 'hidden' };
  const bus = topology.upstream[bridge] ?? NOT_SHOWN;
  if (bus === ON_ROOT_BUS) return { kind: 'above' };
  const peer = targetWay.nodes.find((node) => topology.upstream[node] === bus);
  if (bus !== NOT_SHOWN && peer !== undefined) return { kind: 'peer', at: peer };
  if (!targetWay.isWhole || bus === NOT_SHOWN) return { kind: 'hidden' };
  return { kind: 'above' };
}

/** The function on the bus below `bridge` (or on the root bus) that leads down to the target. */
export function stepDown(topology: Topology, bridge: number, target: number): number | null {
  const { nodes } = wayToRoot(topology, target);
  const place = nodes.indexOf(bridge);
  return place > 0 ? (nodes[place - 1] ?? null) : null;
}

/**
 * Why this function claims the address of the target: by the window that holds it, where both are shown,
 * else by its place in the tree. "the window 0x… to 0x… of NAME holds 0x…", "TARGET is below NAME".
 */
export function claimWords(topology: Topology, place: number, target: number): string {
  const fn = functionAt(topology, place);
  const name = functionName(fn);
  const address = peerMemory(topology, target)?.bus ?? null;
  if (place === target) {
    return address === null ? `the address is ${name}’s own` : `${hex64(address)} is ${name}’s own`;
  }
  const below = `${functionName(functionAt(topology, target))} is below ${name}`;
  if (address === null || fn.bridge === null || fn.bridge === UNKNOWN) return below;
  const { windows } = fn.bridge;
  if (windows === UNKNOWN) return below;
  const window = windows.find((each) => each.kind !== 'io' && holds(each, address));
  if (!window) return `${below} (none of its windows shown holds ${hex64(address)})`;
  return `the window ${window.base} to ${window.limit} of ${name} holds ${hex64(address)}`;
}

function holds({ base, limit }: BridgeWindow, address: bigint): boolean {
  return hex64Value(base) <= address && address <= hex64Value(limit);
}

/**
 * The function on the sender's own bus that claims a packet for the target at once: on a conventional bus
 * every device sees every address, and inside a switch its logic joins all ports. `null` below a link,
 * which has two ends only, and on root buses.
 */
export function claimingNeighbour(topology: Topology, from: number, target: number): number | null {
  const bus = topology.upstream[from] ?? NOT_SHOWN;
  if (bus < 0) return null;
  const { type } = functionAt(topology, bus);
  const joins = type === 'pcie-to-pci' || type === 'conventional-bridge' || type === 'upstream';
  return joins ? neighbourTowards(topology, from, target) : null;
}

/** The place on the way of `target` that sits on the same bus as `from`; `null` when none does. */
export function neighbourTowards(topology: Topology, from: number, target: number): number | null {
  const bus = topology.upstream[from] ?? NOT_SHOWN;
  if (bus < 0) return null;
  return wayUp(topology, target).find((node) => topology.upstream[node] === bus) ?? null;
}
