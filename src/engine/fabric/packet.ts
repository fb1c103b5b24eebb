import type { Conditions } from '../kernel/conditions.ts';
import { NOT_SHOWN, type Topology } from '../pci/topology.ts';
import type { KernelOpinion } from './rootComplex.ts';
import type { Hop, Place, WalkQuestion } from './walk.ts';
import { vmdHolder } from './wayToRoot.ts';

/**
 * What the kernel thinks of a way through the root complex, between two host bridges (places in the
 * topology). A hint for what no register shows; never a proof.
 */
export type KernelTrust = (from: number, to: number) => KernelOpinion;

/** What other rooms know and a walk goes by. */
export interface Surroundings {
  readonly kernelTrusts: KernelTrust;
  /** Whether an IOMMU translates the requester's addresses. */
  readonly isTranslated: boolean;
}

/** What every step of a walk may look at. */
export interface Journey extends Surroundings {
  readonly topology: Topology;
  readonly conditions: Conditions;
  readonly question: WalkQuestion;
  /** Its place. */
  readonly requester: number;
}

/** In place of a function's place: no function below the sender's host bridge has that address. */
export const NO_FUNCTION = -3;

/** A request or completion on its way. */
export interface Packet {
  readonly kind: Hop['packet'];
  /** Places in the topology: who sent it, and whom its address or id names, or {@link NO_FUNCTION}. */
  readonly from: number;
  readonly to: number;
  /**
   * `iova`, `cpu-address` and `host-memory` lie in no bridge's window: the first means something to the
   * IOMMU only, the second to the root complex, where the host bridge's window gives the bus other
   * addresses; the third is no PCI memory at all.
   */
  readonly routedBy: 'bus-address' | 'iova' | 'cpu-address' | 'host-memory' | 'id';
  /**
   * Of a completion: the VMD function whose id the request carried when it came to the completer; the
   * completion goes to that one first. `null`: the requester's own.
   */
  readonly answers: number | null;
  /** AT = 10. */
  readonly translated: boolean;
  readonly relaxedOrdering: boolean;
}

/** The hops of one stretch, and what follows. */
export interface Stretch {
  readonly hops: readonly Hop[];
  readonly next:
    | { readonly kind: 'arrived' }
    /** It turned towards the target at this place (a function above the target, or the target). */
    | { readonly kind: 'down'; readonly at: number }
    /** It left the last bridge for the root complex. */
    | { readonly kind: 'root'; readonly host: number }
    | { readonly kind: 'refused'; readonly failure: string }
    | { readonly kind: 'unknown' };
}

/** The place of a function, for a hop. */
export function placeOf({ functions }: Topology, index: number): Place {
  const fn = functions[index];
  if (!fn) throw new RangeError(`no function at ${index}`);
  return { kind: 'function', id: fn.id };
}

/** Host memory, behind a root complex. */
export function memoryPlace({ machine }: Topology, host: number): Place {
  return { kind: 'memory', host: machine.hostBridges[host]?.id ?? 'unknown' };
}

/** The place of a root complex. */
export function rootPlace({ machine }: Topology, host: number): Place {
  return { kind: 'root-complex', host: machine.hostBridges[host]?.id ?? 'unknown' };
}

/** Does the packet's address lie outside all windows of bridges, or its id outside all their buses? */
export function missesWindows({ routedBy, answers }: Packet): boolean {
  return (routedBy !== 'bus-address' && routedBy !== 'id') || answers !== null;
}

/** One hop, and whether the packet goes on up or what else follows. */
export interface Step {
  readonly hop: Hop;
  readonly next: Stretch['next'] | 'up';
}

/** The place above a function: the bridge, the VMD function, or the root complex. */
export function placeAbove(topology: Topology, index: number): Place | null {
  const bus = topology.upstream[index] ?? NOT_SHOWN;
  if (bus >= 0) return placeOf(topology, bus);
  if (bus === NOT_SHOWN) return null;
  const host = topology.host[index] ?? NOT_SHOWN;
  const holder = vmdHolder(topology, host);
  return holder === null ? rootPlace(topology, host) : placeOf(topology, holder);
}
