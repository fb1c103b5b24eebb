import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/*
 * Both drawings and both directions are arranged on two axes: `u` across, along which siblings
 * stand in a row, and `v` along the growth of the tree. Grown downwards, u is x and v is y; grown
 * to the right, the other way round.
 */

export interface Extent {
  readonly u: number;
  readonly v: number;
}

/** A length of a box's far edge from which lines lead to what hangs below it. */
export interface Outlet<What> {
  /** The port drawn there; `null`: lines leave the edge itself. */
  readonly port: PciFunction | null;
  /** The bridge function that the children hang from; `null`: a root bus, or nothing shown. */
  readonly upper: FunctionId | null;
  /** Which lines from here carry a text, and need room for it. */
  readonly labels: 'none' | 'first' | 'each';
  /** What sits directly on the port, with no line between: an empty slot. */
  readonly tab: Knot<What> | null;
  readonly kids: readonly Knot<What>[];
  /** Of a stack: all its outlets, this one first; the one kid stands for what is below each. */
  readonly run?: readonly Outlet<What>[];
}

/** A box of the tree with what hangs below it. */
export interface Knot<What> {
  readonly what: What;
  /** Moves of the knot and all below it, by the user's hand. */
  readonly shift: Extent;
  /** The box's extent, when what hangs below it is `across` wide and ports reach so deep into it. */
  readonly fit: (across: number, portsDeep: number) => Extent;
  /**
   * Along the line to the box, right before it: for what is said of the line, when there is so much
   * room beside it. Left out: none.
   */
  readonly lead?: (beside: number) => number;
  /** Whether the box grows as wide as what hangs below it. */
  readonly stretches: boolean;
  /** Whether it may grow as high and wide as the leaves beside and below it. */
  readonly evens?: true;
  readonly outlets: readonly Outlet<What>[];
}

/** Where a line's text stands. */
export interface LabelSpot extends Extent {
  readonly anchor: 'start' | 'end';
  /** Room for the text. */
  readonly room: number;
  /** Where notes on the line stand. */
  readonly note: NoteSpot;
}

/** A corner of a block of notes beside a line, in the lead of the box that it ends on. */
export interface NoteSpot extends Extent {
  /** Which corner, on the sheet. */
  readonly x: 'start' | 'end';
  readonly y: 'top' | 'bottom';
  /** Beside the line, as the lead was made for. */
  readonly beside: number;
  /** Whether the line's text stands between this corner and the box. */
  readonly isOverText: boolean;
}

export interface Wire<What> {
  readonly outlet: Outlet<What>;
  readonly kid: Knot<What>;
  readonly points: readonly Extent[];
  readonly label: LabelSpot;
}

export interface Area extends Extent {
  readonly du: number;
  readonly dv: number;
}

/** What the arrangement hands over, in coordinates of the sheet. */
export interface Arranged<What> {
  readonly knots: readonly { readonly knot: Knot<What>; readonly area: Area }[];
  readonly ports: readonly {
    readonly port: PciFunction;
    readonly knot: Knot<What>;
    readonly area: Area;
  }[];
  readonly wires: readonly Wire<What>[];
}
