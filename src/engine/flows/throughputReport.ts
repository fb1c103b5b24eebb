import type { FlowId, FunctionId, HostBridgeId, SocketId } from '../../model/ids.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { FlowEnd } from '../../model/workload.ts';
import type { FabricWalk } from '../fabric/walk.ts';
import type { ThroughputOptions } from './throughputOptions.ts';

/*
 * What flows get on a machine, what holds them back, and what each link carries. Rates are bytes of
 * payload in a second unless said otherwise; times are nanoseconds unless the name says otherwise.
 */

export const LIMIT_KINDS = [
  /** A direction of a PCIe link. */
  'link',
  /** What a root complex passes from port to port. */
  'root-complex',
  /** What a switch passes in all, where somebody said so. */
  'switch',
  /** UPI, xGMI and their like. */
  'socket-link',
  /** A conventional PCI bus, which all below it share. */
  'pci-bus',
  /** What devices below one root complex write to host memory, all together. */
  'memory',
  /** Reads under way: tags of the requester. */
  'tags',
  /** Buffers of the receivers: flow control credits. */
  'credits',
  /** Transfers that the flow keeps under way. */
  'queue-depth',
  /** What the source offers. */
  'offered-rate',
  /** Operations a second that a device makes. */
  'device',
  /** Walks of the IOMMU's table after misses in its IOTLB. */
  'iotlb',
  /** A processor's loads and stores. */
  'cpu',
  /** The slower one of two legs that belong together: a copy, a pipeline. */
  'partner',
  /** Nothing arrives: the fabric refuses it. */
  'refused',
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** Where a figure comes from, as the catalogue says it. */
export interface FigureSource {
  readonly title: string;
  readonly url: string | null;
  /** `specification`, `measured`, `convention` … as in the catalogue. */
  readonly quality: string;
  /** Rows of the public measurements that the figure was taken from: for them it is no evidence. */
  readonly rows?: readonly string[];
}

/** Something that a flow cannot exceed. */
export interface FlowLimit {
  readonly kind: LimitKind;
  /** In a few words: `Gen5 x16 above gpu1, downwards`, `256 tags of nic0`. */
  readonly where: string;
  /** A sentence with the figures: why so much and no more, and what would raise it. */
  readonly text: string;
  /** What the flow could have if this alone held it back, the other flows as they are. */
  readonly bytesPerSecond: number;
  /** Index into the report's links, and which way, where it is a link. */
  readonly link: { readonly index: number; readonly direction: Direction } | null;
  /** Index into the report's caps, where it is one. */
  readonly cap: number | null;
  /** The part that it is of. */
  readonly part: FunctionId | HostBridgeId | SocketId | null;
  /** Of figures that no register shows. */
  readonly source: FigureSource | null;
}

/** Seen from the root: `up` towards it. */
export type Direction = 'up' | 'down';

/**
 * How requests get there:
 * - `inside`: from function to function of one device, on no link
 * - `direct`: turned round below the root complex, by a switch
 * - `redirected`: could be turned round by a switch, and climbs to the root complex: ACS, or an address
 *   that only the root complex knows
 * - `root`: through the root complex, since it is the first common point
 * - `socket`: from one socket to another
 * - `memory`, `remote-memory`: host memory of the same socket, of another one
 */
export type FlowRoute =
  | 'inside'
  | 'direct'
  | 'redirected'
  | 'root'
  | 'socket'
  | 'memory'
  | 'remote-memory';

/** One link crossed by a packet. */
export interface LinkCrossing {
  /** Index into the report's links. */
  readonly link: number;
  readonly direction: Direction;
  /** What crosses: the request (with the data, for a write), or the completion with data. */
  readonly packet: 'write' | 'read' | 'completion';
}

/** Data that one engine moves one way. A copy, a pipeline and both ways are several. */
export interface StreamReport {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly operation: 'write' | 'read';
  /** Who sends the requests; `null`: a processor. */
  readonly requester: FunctionId | null;
  /** In words: `gpu0 writes to gpu1`. */
  readonly title: string;
  /** What the fabric does with a request, as the verdict's panel lights it; `null` for a processor's. */
  readonly walk: FabricWalk | null;
  readonly route: FlowRoute;
  /** An IOMMU translates its addresses. */
  readonly isTranslated: boolean;
  /** Linux would not set this up, though the fabric may carry it: `NOT_SUPPORTED`. */
  readonly isRefusedByLinux: boolean;
  readonly crossings: readonly LinkCrossing[];
  /** Payload; `null`: nothing on its way is known to limit it. 0: refused. */
  readonly bytesPerSecond: number | null;
  readonly limit: FlowLimit | null;
  /** TLPs in a second at that rate: requests, and completions of reads. */
  readonly tlpsPerSecond: { readonly requests: number; readonly completions: number } | null;
  /** Of the first byte, without load: to the target (write), there and back (read). */
  readonly latencyNs: number | null;
  /** How the latency comes together. */
  readonly latencyParts: readonly { readonly text: string; readonly ns: number }[];
}

export interface FlowReport {
  readonly id: FlowId;
  /** The user's name for it, else `gpu0 → gpu1`. */
  readonly title: string;
  /** Of which group it is a member; `null`: a flow of its own. */
  readonly group: FlowId | null;
  readonly streams: readonly StreamReport[];
  /**
   * Payload that gets from end to end: of both ways together where it has two; of a copy or pipeline
   * once, not for each leg. `null`: not known.
   */
  readonly bytesPerSecond: number | null;
  /** Of one way, where it has two; else the same. */
  readonly bytesPerSecondEachWay: readonly number[];
  /** What holds it back now. */
  readonly limit: FlowLimit | null;
  /**
   * What would, were that gone, and what it would get then: computed anew without the first. `null`:
   * nothing would, or it was not asked for ({@link ThroughputReport.nextOf}).
   */
  readonly next: FlowLimit | null;
  /** All that it meets, the tightest first. */
  readonly limits: readonly FlowLimit[];
  /** An unknown on its way was taken as no limit. */
  readonly isUpperBound: boolean;
  /** Said of this flow alone: assumptions, and what else one should know. */
  readonly remarks: readonly string[];
}

/** What a direction of a link carries, as parts of its bytes after line code; they add up to 1. */
export interface LinkUse {
  readonly payload: number;
  /** Headers, framing, LCRC, ECRC; in flits the CRC and FEC are line code. */
  readonly header: number;
  readonly dllp: number;
  readonly skp: number;
  readonly idle: number;
  /** Payload in bytes/s. */
  readonly bytesPerSecond: number;
  /** Of what can be filled (efficiency taken off): 1 is full. */
  readonly utilisation: number;
  /** What its flows would send if no link held them back, of what it could carry: above 1 it is oversubscribed. */
  readonly demand: number;
  /** The flows that cross it. */
  readonly flows: readonly FlowId[];
}

export interface LinkReport {
  /** The port above, and what is plugged into it: its first function. */
  readonly upper: FunctionId;
  readonly lower: FunctionId;
  /** In words: `rp0 – sw0`. */
  readonly title: string;
  /** `null`: not shown by the input. */
  readonly rate: LinkRate | null;
  /** Bytes/s one way after line code; `null`: not known. */
  readonly capacity: number | null;
  readonly up: LinkUse;
  readonly down: LinkUse;
}

/** A limit that is no PCIe link: what a root complex passes, what joins sockets, a PCI bus. */
export interface CapReport {
  readonly kind: 'root-complex' | 'switch' | 'socket-link' | 'pci-bus' | 'memory';
  readonly title: string;
  readonly part: FunctionId | HostBridgeId | SocketId | null;
  /** Payload in bytes/s; `null`: not known, and so no limit. */
  readonly capacity: number | null;
  readonly bytesPerSecond: number;
  readonly source: FigureSource | null;
  readonly flows: readonly FlowId[];
}

/** A collective: how long equal transfers take that begin together. */
export interface GroupReport {
  readonly id: FlowId;
  readonly title: string;
  readonly pattern: 'ring' | 'all-to-all' | 'incast' | 'sequence' | 'nvme-of';
  /** Flows of the report that are its members. */
  readonly flows: readonly FlowId[];
  /** Bytes of each transfer. */
  readonly sizeBytes: number;
  /** All bytes over the time until the last one is there; of a pipeline, what comes out of it. */
  readonly bytesPerSecond: number | null;
  /** Sum of the rates while all are under way. */
  readonly steadyBytesPerSecond: number | null;
  readonly makespanUs: number | null;
  /** What holds the last one back. */
  readonly limit: FlowLimit | null;
  readonly remarks: readonly string[];
}

/** Something seen on real machines that the model does not compute, or a knob that costs much. */
export interface ThroughputWarning {
  /** `pathology`: hardware is known to do worse than computed; `advice`: this can be had better. */
  readonly kind: 'pathology' | 'advice' | 'refused';
  readonly text: string;
  readonly flows: readonly FlowId[];
  readonly source: FigureSource | null;
}

export interface ThroughputReport {
  readonly options: ThroughputOptions;
  /** In words: `Linux 6.12, VT-d, strict`. */
  readonly under: string;
  /** Those of the document and those that groups consist of. */
  readonly flows: readonly FlowReport[];
  /** Flows whose `next` was computed; absent: those of all. */
  readonly nextOf?: readonly FlowId[];
  readonly groups: readonly GroupReport[];
  /** Every link of the machine, in the order of its functions. */
  readonly links: readonly LinkReport[];
  readonly caps: readonly CapReport[];
  readonly warnings: readonly ThroughputWarning[];
  /** What was taken for granted where the input shows nothing. */
  readonly assumed: readonly string[];
}

/** A limit over transfer sizes: `null` where it says nothing at that size. */
export interface LimitCurve {
  readonly kind: LimitKind;
  readonly where: string;
  readonly bytesPerSecond: readonly (number | null)[];
}

/** One flow over sizes of its transfers, the other flows as they are, or without them. */
export interface FlowCurves {
  readonly flow: FlowId;
  /** Bytes, rising: powers of two and their neighbours, where the saw-tooth has its teeth. */
  readonly sizes: readonly number[];
  readonly alone: readonly number[];
  readonly withOthers: readonly number[];
  /** What its packets are cut at, bytes; read requests only where it reads. Absent: not told. */
  readonly cuts?: { readonly maxPayload: number; readonly maxReadRequest: number | null };
  /** Each limit by itself, for the roofline. */
  readonly limits: readonly LimitCurve[];
}
