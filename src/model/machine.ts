import type { Hex64 } from '../base/hex.ts';
import type { Maybe, OrUnknown } from '../base/unknown.ts';
import type { FunctionId, HostBridgeId, NoteId, SlotId, SocketId } from './ids.ts';
import type { PciFunction } from './pciFunction.ts';
import type { Settings } from './settings.ts';
import type { Workload } from './workload.ts';

/** Version of the document's form. Raise it with a step in `migrations.ts`. */
export const SCHEMA_VERSION = 2;

/** A CPU package with what it carries. */
export interface Socket {
  readonly id: SocketId;
  readonly label: string | null;
  readonly numaNode: number | null;
  /** Catalogue entry of the CPU, if it was made from one. */
  readonly model: string | null;
}

/** What joins two sockets (UPI, xGMI): one link, or all between the two taken together. */
export interface SocketLink {
  readonly from: SocketId;
  readonly to: SocketId;
  /** Bytes per second in one direction; `null`: as the catalogue has it, or unknown. */
  readonly bytesPerSecond: number | null;
  readonly latencyNs: number | null;
}

/**
 * An aperture of a host bridge: CPU addresses from `cpuBase` reach bus addresses from `busBase`.
 * Where the two differ, p2pdma's bus offset comes from here.
 */
export interface HostWindow {
  readonly kind: 'io' | 'memory' | 'prefetchable';
  readonly cpuBase: Hex64;
  readonly busBase: Hex64;
  readonly size: Hex64;
  /**
   * What of it was chosen when addresses were placed, and is chosen anew with the next change of a
   * drawn machine: its address (both bases; their difference is kept), or size and address. Left
   * out: all of it is stated.
   */
  readonly chosen?: 'address' | 'all';
}

/** How a root complex treats requests from one of its root ports to another. */
export interface RootComplexForwarding {
  readonly writes: OrUnknown<boolean>;
  readonly reads: OrUnknown<boolean>;
  /** What all such traffic together reaches, in bytes per second; `null`: not stated. */
  readonly bytesPerSecond: number | null;
}

/**
 * One host bridge object of Linux: one root bus. A segment, an ACPI root (one per I/O stack on
 * Xeon) and a VMD domain each have their own.
 */
export interface HostBridge {
  readonly id: HostBridgeId;
  readonly label: string | null;
  readonly domain: number;
  /** `null` for a drawn host that has not been numbered. */
  readonly rootBus: number | null;
  /** Last bus number that belongs to it. */
  readonly lastBus: OrUnknown<number>;
  readonly socket: Maybe<SocketId>;
  readonly numaNode: Maybe<number>;
  readonly kind: 'native' | 'vmd';
  /** For a VMD domain: the VMD function that holds it. `null` for native ones. */
  readonly vmdFunction: Maybe<FunctionId>;
  readonly windows: OrUnknown<readonly HostWindow[]>;
  readonly forwarding: RootComplexForwarding | null;
  /** Catalogue entry, if it was made from one. */
  readonly model: string | null;
  /**
   * Nothing in the input proves that this is a root bus; it was concluded from what sits on it
   * while no bridge of the input leads there.
   */
  readonly isGuess: boolean;
}

/** A physical slot: what it could take, and which ports feed it (several when bifurcated). */
export interface Slot {
  readonly id: SlotId;
  readonly label: string | null;
  readonly ports: readonly FunctionId[];
  readonly lanes: number | null;
  /** Lane groups when bifurcated, e.g. [4, 4, 4, 4]. */
  readonly bifurcation: readonly number[] | null;
  /** What stands between board and card, in the user's words; `null`: the card sits on the board. */
  readonly riser: string | null;
}

/** A remark pinned to a part, to the link above a function, or to the machine as a whole. */
export interface Note {
  readonly id: NoteId;
  readonly about: FunctionId | HostBridgeId | SocketId | SlotId | null;
  /** Said of the link of which the function is the lower end, and not of the function itself. */
  readonly on?: 'link';
  readonly text: string;
}

/** Where the user put a part on the drawing, and what the drawing does with it. */
export interface Placement {
  readonly about: FunctionId | HostBridgeId | SocketId | SlotId;
  /** Offset from where the layout would put it, in drawing units. */
  readonly dx: number;
  readonly dy: number;
  readonly pinned: boolean;
  readonly collapsed: boolean;
  readonly locked: boolean;
}

/** A line between two parts that is drawn and not modelled: NVLink, CXL, chip to chip. */
export interface SideLink {
  readonly kind: 'nvlink' | 'cxl' | 'c2c' | 'other';
  readonly from: FunctionId | SocketId;
  readonly to: FunctionId | SocketId;
  readonly label: string | null;
}

/**
 * The document: one machine, the settings under which it is judged, the work it is given, and how
 * it is drawn. Immutable; every change makes a new one.
 */
export interface Machine {
  readonly format: 'peerlane';
  readonly schema: typeof SCHEMA_VERSION;
  readonly name: string;
  /** Captured machines keep their registers and numbers; drawn ones get them from the tool. */
  readonly origin: 'captured' | 'drawn';
  readonly sockets: readonly Socket[];
  readonly socketLinks: readonly SocketLink[];
  readonly hostBridges: readonly HostBridge[];
  /** In order of enumeration: parents before children, siblings by device and function. */
  readonly functions: readonly PciFunction[];
  readonly slots: readonly Slot[];
  readonly sideLinks: readonly SideLink[];
  readonly settings: Settings;
  readonly workload: Workload;
  readonly notes: readonly Note[];
  readonly placements: readonly Placement[];
  /**
   * The machine as text, as the user typed it, comments and spacing included. It may lag behind the
   * rest of the document: `updateSketch()` brings it into step. `null`: none was typed.
   */
  readonly sketch: string | null;
}
