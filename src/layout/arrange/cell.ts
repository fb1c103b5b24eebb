import type { PciFunction } from '../../model/pciFunction.ts';
import type { Extent, Knot, LabelSpot, Outlet } from './knot.ts';

/** A knot that has been measured, with all below it. */
export interface Measured<What> {
  readonly knot: Knot<What>;
  readonly box: Extent;
  /** Wanted before the box, for what is said of the line that ends on it; no part of `along`. */
  readonly lead: number;
  /** Of the whole subtree. */
  readonly across: number;
  readonly along: number;
  /** Where the box begins within `across`, and the cells below it. */
  readonly boxAt: number;
  readonly cellsAt: number;
  /** From the box's far edge to the first row of what hangs below. */
  readonly head: number;
  readonly cells: readonly Cell<What>[];
}

/** Takes what a cell places; `u` and `v` are the sheet's. */
export interface Sink<What> {
  /** A port box; `end` is its lower end. */
  readonly port: (port: PciFunction, middle: number, end: number) => void;
  readonly kid: (kid: Measured<What>, u: number, v: number) => void;
  readonly wire: (
    outlet: Outlet<What>,
    kid: Measured<What>,
    points: readonly Extent[],
    label: LabelSpot,
  ) => void;
}

/** Where a cell is put: its start across, the edge it hangs from, its first row. */
export interface CellPlace {
  readonly u: number;
  readonly edge: number;
  readonly first: number;
  /** Middle of the box, for lines that leave it without a port. */
  readonly middle: number;
}

/** Part of what hangs below one box: some of its outlets, side by side. */
export interface Cell<What> {
  readonly across: number;
  /** Wanted from the edge to the first row, and taken from there on. */
  readonly head: number;
  /** Wanted besides, right before the first row: cells beside one another begin on one line. */
  readonly lead: number;
  readonly along: number;
  /** How deep port boxes reach into the box from its edge. */
  readonly portsDeep: number;
  readonly place: (at: CellPlace, sink: Sink<What>) => void;
}

export const isLeaf = <What>(kid: Measured<What>): boolean => kid.cells.length === 0;

/** The middle of a measured knot's box, from the start of its subtree. */
export function inletOf<What>(kid: Measured<What>): number {
  return kid.boxAt + kid.box.u / 2;
}
