import type { Point, Rect, TextRole } from '../scene.ts';
import type { AddressSpace } from './mappingShown.ts';

/** How far something has come: not reached yet, there, being worked on, given back, refused. */
export type MappingState = 'todo' | 'done' | 'current' | 'restored' | 'failed';

/** What a thing of the picture is about, for lighting up what belongs together. */
export interface MappingAbout {
  /** Input entries from `first` on; `count` 0: none. */
  readonly first: number;
  readonly count: number;
  /** Outputs from `output` on; `null`: none. */
  readonly output: number | null;
  readonly outputs: number;
}

export interface MappingBox {
  readonly key: string;
  readonly kind: 'entry' | 'span' | 'output' | 'error';
  readonly rect: Rect;
  /** Its tint; `null`: it has none. */
  readonly space: AddressSpace | null;
  readonly state: MappingState;
  /** Nothing is behind it, or nothing is known of it. */
  readonly isHatched: boolean;
  /** Stands for many like it. */
  readonly isStacked: boolean;
  /** Peer memory: the type the pair has; draws its left edge. */
  readonly mapType: string | null;
  /** In full, for those who hear it. */
  readonly label: string;
  readonly about: MappingAbout;
}

/** What is mapped or taken and no part of the list: offsets, the rest of a page, padding, spare room. */
export interface MappingHatch {
  readonly key: string;
  readonly kind: 'offset' | 'tail' | 'padding' | 'spare';
  readonly rect: Rect;
}

/** From one place to the next: entry to IOVA, IOVA to wire, or past the IOMMU. */
export interface MappingRibbon {
  readonly key: string;
  readonly kind: 'in' | 'out' | 'past' | 'lost' | 'refused';
  readonly space: AddressSpace | null;
  /** An SVG path: areas, of `lost` (nothing comes of it) only the outline; `refused` is a line. */
  readonly path: string;
  readonly state: MappingState;
  readonly about: MappingAbout;
}

export interface MappingTag {
  readonly key: string;
  readonly rect: Rect;
  readonly space: AddressSpace;
  readonly letter: string;
  readonly about: MappingAbout;
}

export type MappingTone = 'ink' | 'quiet' | 'faint' | 'never' | 'bus' | 'thru' | 'unknown';

export interface MappingText {
  readonly x: number;
  readonly y: number;
  readonly role: TextRole;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly tone: MappingTone;
  /** What it stands on, for contrast. */
  readonly on: AddressSpace | null;
  readonly about: MappingAbout | null;
}

/** A hairline: a break between outputs, a boundary, a heading's rule. */
export interface MappingLine {
  readonly kind: 'rule' | 'boundary' | 'break';
  readonly from: Point;
  readonly to: Point;
}

/** CPU pages, IOVA space, wire: the picture of one mapped list. Everything lies within the size. */
export interface MappingScene {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly MappingBox[];
  readonly hatches: readonly MappingHatch[];
  readonly ribbons: readonly MappingRibbon[];
  readonly tags: readonly MappingTag[];
  readonly lines: readonly MappingLine[];
  readonly texts: readonly MappingText[];
}
