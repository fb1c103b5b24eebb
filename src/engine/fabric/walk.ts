import type { Hex64 } from '../../base/hex.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { AssumptionId } from '../kernel/conditions.ts';

/*
 * The way of one request through the fabric, port by port, and of what comes back. No times, no
 * queues, one packet: those are the simulation's (`engine/tlp`), which asks the same rule at each
 * port.
 */

/** What a device puts on the wire. */
export interface WalkQuestion {
  /** The device that does the DMA: the client. */
  readonly requester: FunctionId;
  /** The function whose memory is asked for: the provider. `null`: host memory. */
  readonly completer: FunctionId | null;
  readonly operation: 'write' | 'read';
  /**
   * Which kind of address the request carries.
   * - `bus`: the PCI bus address of the completer's memory (map type BUS_ADDR)
   * - `host`: what the DMA API gives for a way through the host bridge: an IOVA where addresses are
   *   translated, the CPU's physical address otherwise (THRU_HOST_BRIDGE)
   * - `translated`: a bus address that the requester had translated before by ATS (AT = 10)
   */
  readonly address: 'bus' | 'host' | 'translated';
  readonly relaxedOrdering: boolean;
  /** Of a walk by address; left out where it is the beginning of the completer's memory. */
  readonly wire?: WireAddress;
}

/** A request for a function's memory, by whatever address leads there. */
export interface PeerQuestion extends WalkQuestion {
  readonly completer: FunctionId;
}

/** The very address that a request carries. */
export interface WireAddress {
  readonly address: Hex64;
  /** Where the IOMMU's table leads it for the requester; `null`: it has no entry for it. */
  readonly leadsTo: Hex64 | null;
}

/** A request by whatever address the device was given: what lies there decides, not what was meant. */
export interface AddressQuestion extends WalkQuestion {
  readonly address: 'bus' | 'host';
  readonly wire: WireAddress;
}

/** Where a packet stands. */
export type Place =
  | { readonly kind: 'function'; readonly id: FunctionId }
  /** The root complex with the host bridge whose root bus the packet came from or goes to. */
  | { readonly kind: 'root-complex'; readonly host: HostBridgeId | 'unknown' }
  | { readonly kind: 'iommu' }
  /** Host memory, behind the root complex with that host bridge. */
  | { readonly kind: 'memory'; readonly host: HostBridgeId | 'unknown' };

export type PacketKind = 'write' | 'read' | 'completion';

/** What was decided at a place. */
export type HopAction =
  /** It begins here. */
  | 'sent'
  /** No window below matched, or there is nothing to decide: on towards the root. */
  | 'up'
  /** The address hit the window of another port of this switch: straight to it. */
  | 'peer'
  /** It would have gone to a peer, and ACS sends it up instead. */
  | 'redirected'
  /** Downwards, by address or by bus number. */
  | 'down'
  /** The IOMMU looked the address up. */
  | 'translated'
  /** The IOMMU let it pass as it is. */
  | 'passed'
  /** The root complex turned it round, or handed it to another of its ports. */
  | 'forwarded'
  /** It has arrived. */
  | 'delivered'
  /** Refused: an ACS violation, an IOMMU fault, an unsupported request. */
  | 'refused'
  /**
   * What happens next the input does not show, or nobody promises. Where the kernel counts on it (a
   * root complex it trusts), the walk goes on as if it were so: `to` then says where, and the walk's
   * outcome stays unknown.
   */
  | 'unknown';

export interface Hop {
  readonly packet: PacketKind;
  readonly at: Place;
  readonly action: HopAction;
  /** Where it goes from here; `null` at an end. */
  readonly to: Place | null;
  /** Id of the rule in `rules.ts`. */
  readonly rule: string;
  /** The decision in a sentence, with the bits or the window that decided it. */
  readonly text: string;
  /** Which ACS bits had their say here, as letters: `RR`; empty where none did. */
  readonly acs: string;
}

/** How it ended. */
export type WalkOutcome =
  /** All of it arrived, and the completion with data came back where one was due. */
  'completed' | 'refused' | 'unknown';

export interface FabricWalk {
  readonly question: WalkQuestion;
  /** First the request's hops, then the completion's. */
  readonly hops: readonly Hop[];
  readonly outcome: WalkOutcome;
  /** Whether the request, or its completion, went through the root complex. */
  readonly throughRoot: { readonly request: boolean; readonly completion: boolean };
  /** What an error is reported as, and what the requester sees of it; `null` when nothing failed. */
  readonly failure: string | null;
  readonly assumed: readonly AssumptionId[];
}

/** What Linux says, held against what the fabric does. */
export interface FabricComparison {
  /** The walk of the address that Linux would program. A refused pair: what it would have tried. */
  readonly write: FabricWalk;
  readonly read: FabricWalk;
  /** Where the two differ, in a sentence each: "Linux counts …; the fabric …". Empty: they agree. */
  readonly differences: readonly string[];
}
