import type { DeviceKind } from '../model/deviceKind.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Arrangement } from './arrange/arrangement.ts';

/** Two drawings of one machine: what architects draw, and what `lspci -t` knows. */
export const DRAWINGS = ['blocks', 'functions'] as const;
export type Drawing = (typeof DRAWINGS)[number];

/** Where the tree grows to from the root complex. */
export const DIRECTIONS = ['down', 'right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface LayoutOptions {
  readonly drawing: Drawing;
  readonly direction: Direction;
  /** Devices that are alike, side by side below one switch or host, as one card. Left out: no. */
  readonly isStacked?: boolean;
  /** What to call a function: names come from tables that a drawing does not know. */
  readonly titleOf: (fn: PciFunction) => string;
  /** How the drawing before an edit was arranged. Left out: it is arranged afresh. */
  readonly former?: Arrangement;
}

/** Drawing units are CSS pixels at 100 %. x grows to the right, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export type TextRole =
  /** The name of a box: words, medium weight. */
  | 'title'
  /** An address: figures; the domain dimmed, the function strong. */
  | 'bdf'
  /** Driver, NUMA node, size: words, quiet. */
  | 'quiet'
  /** A frame's caption. */
  | 'caption'
  /** On a link: `Gen4 x16`. */
  | 'link'
  /** How many functions a card stands for. */
  | 'count'
  /** A line of the user's remark on a part. */
  | 'note';

/** A text in its place. `x` is the edge that `anchor` names; `y` is the baseline. */
export interface SceneText extends Point {
  readonly role: TextRole;
  /** As it fits the place, cut with an ellipsis where it must be. */
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export type BoxKind =
  | 'root-port'
  | 'switch'
  | 'upstream'
  | 'downstream'
  | 'bridge'
  /** A card below a port, with all functions of its device. */
  | 'device'
  /** Functions on a root bus that have no link: a row of small marks. */
  | 'integrated'
  /** A port's slot in which nothing is shown. */
  | 'empty-slot'
  /** Above it the input shows nothing. */
  | 'orphan'
  /** All that is below a part, drawn as one box because the user said so. */
  | 'collapsed';

/** Anything that the user can place, remark on, collapse or lock. */
export type ScenePartId = FunctionId | HostBridgeId | SocketId | SlotId;

/** What the user has done with a part, as a small sign at its corner. */
export const SIGN_KINDS = ['collapsed', 'pinned', 'locked', 'note'] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

export interface SceneSign {
  readonly kind: SignKind;
  readonly about: ScenePartId;
  readonly rect: Rect;
}

/** What a collapsed box hides. */
export interface SceneCollapsed {
  /** The part that is to be expanded to see it. */
  readonly about: ScenePartId;
  /** Functions that the box stands for. */
  readonly functions: number;
  /** `4 GPUs, 2 NICs, 1 switch`. */
  readonly words: string;
}

/** A port on the edge of a box: a root port, or one of a switch's. */
export interface ScenePort {
  readonly function: FunctionId;
  readonly rect: Rect;
  readonly role: 'upstream' | 'downstream' | 'root-port';
  readonly texts: readonly SceneText[];
}

/** A small square that stands for one function. */
export interface SceneMark {
  readonly function: FunctionId;
  readonly device: DeviceKind;
  readonly rect: Rect;
}

/** Anything on the sheet that can be pointed at, apart from frames, ports and links. */
export interface SceneBox {
  /**
   * Stays while the part stays, whatever changes around it: the id of its first function; of an
   * empty slot its own; `orphans` for the bar above all that has no known parent.
   */
  readonly key: string;
  readonly kind: BoxKind;
  readonly device: DeviceKind;
  readonly rect: Rect;
  /** All functions that it stands for; it is named by the first. Ports' functions are not among them. */
  readonly functions: readonly FunctionId[];
  readonly ports: readonly ScenePort[];
  /** In a box of integrated functions: the small square of each. Empty in all others. */
  readonly marks: readonly SceneMark[];
  readonly texts: readonly SceneText[];
  /** The square in which the glyph of `device` is drawn; `null` where there is no room or need. */
  readonly glyph: Rect | null;
  /** The whole name, for a tooltip and for whoever does not see the picture. */
  readonly title: string;
  /** In a collapsed box: what is not seen. */
  readonly collapsed?: SceneCollapsed;
  /** So many parts that are alike stand here as one. */
  readonly stack?: number;
  readonly signs?: readonly SceneSign[];
}

/** A socket, or a host bridge within it. Frames hold boxes and other frames. */
export interface SceneFrame {
  readonly key: string;
  readonly kind: 'socket' | 'host-bridge';
  readonly id: SocketId | HostBridgeId;
  readonly rect: Rect;
  readonly texts: readonly SceneText[];
  readonly title: string;
  readonly signs?: readonly SceneSign[];
}

/** One physical link, or one step inside a switch in the functions drawing. */
export interface SceneLink {
  /** The function at its lower end (the first of its device). */
  readonly key: FunctionId;
  /** The port it hangs from; `null` where that is a root bus or not shown. */
  readonly upper: FunctionId | null;
  /** `internal`: the bus inside a switch, or a root bus, which is no link. */
  readonly kind: 'link' | 'internal';
  /** Corners, from the upper end to the lower; horizontal and vertical pieces only. */
  readonly points: readonly Point[];
  /** Lanes as negotiated, else as capable; `null` unknown. What its thickness shows. */
  readonly lanes: number | null;
  /** It runs below what both ends could do. */
  readonly isDegraded: boolean;
  /** It trained to nothing: width 0. */
  readonly isDown: boolean;
  /** Its own words first, then the user's notes on it. */
  readonly texts: readonly SceneText[];
  readonly signs?: readonly SceneSign[];
  /** `Gen4 x16; could be Gen5 x16` in full. */
  readonly title: string;
}

/**
 * A line between two parts beside the tree: between sockets, or one that carries no PCIe (NVLink,
 * CXL, chip to chip), which is drawn and takes part in nothing.
 */
export interface SceneTie {
  readonly key: string;
  readonly kind: 'sockets' | 'nvlink' | 'cxl' | 'c2c' | 'other';
  readonly isModelled: boolean;
  readonly points: readonly Point[];
  readonly texts: readonly SceneText[];
  readonly title: string;
}

/** A machine laid out: everything that a drawing needs, and nothing about colours. */
export interface Scene {
  readonly drawing: Drawing;
  readonly direction: Direction;
  readonly bounds: Rect;
  /** Outer frames before the frames within them. */
  readonly frames: readonly SceneFrame[];
  readonly boxes: readonly SceneBox[];
  readonly links: readonly SceneLink[];
  /** Drawn over frames and under boxes. */
  readonly ties: readonly SceneTie[];
  /** Where each function is drawn: its box, and its port if it is one. */
  readonly placeOf: ReadonlyMap<FunctionId, ScenePlace>;
  /** The link whose lower end each function is part of; of several functions of a device the same. */
  readonly linkOf: ReadonlyMap<FunctionId, FunctionId>;
  /** The empty slot that sits on each port that has one. */
  readonly slotOf: ReadonlyMap<FunctionId, Rect>;
  /** Host bridges and slots that a collapsed box hides, and that box. */
  readonly hiddenParts: ReadonlyMap<HostBridgeId | SlotId, ScenePlace>;
  /** What is said of the machine as a whole: above the drawing. */
  readonly texts: readonly SceneText[];
  /** For the next drawing of the same document, after an edit. */
  readonly arrangement: Arrangement;
}

export interface ScenePlace {
  readonly box: string;
  readonly rect: Rect;
}
