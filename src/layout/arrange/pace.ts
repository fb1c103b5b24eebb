import { METRICS } from '../metrics.ts';
import type { Direction } from '../scene.ts';

/** The distances of one direction, on the axes of {@link Extent}. */
export interface Pace {
  readonly direction: Direction;
  readonly port: { readonly du: number; readonly dv: number; readonly pitch: number };
  /** Behind what sits on a port, for the port's ACS bits. */
  readonly acs: number;
  /** Between leaves beside one another, and beside subtrees. */
  readonly sibling: number;
  readonly subtree: number;
  /** From a box to what hangs below it, and from one row of leaves to the next. */
  readonly level: number;
  /** The same where lines have no text. */
  readonly plainLevel: number;
  readonly row: number;
  /** Where lines from ports bend first, and the lines in the gutter beside a column of leaves. */
  readonly runFirst: number;
  readonly laneFirst: number;
  readonly lanePitch: number;
  /** Room for a line's bends before its text begins. */
  readonly label: number;
  /** Leaves in a row before a second row begins, and rows at most. */
  readonly rowsOf: (leaves: number) => number;
}

const { port, acs, gap, lane } = METRICS;

/** Leaves below one another that share no line: each row but the first costs a lane. */
const MOST_ROWS = 4;

export const PACES: Readonly<Record<Direction, Pace>> = {
  down: {
    direction: 'down',
    port: { du: port.width, dv: port.height, pitch: port.pitch },
    acs: acs.height,
    sibling: gap.sibling,
    subtree: gap.subtree,
    level: gap.level,
    plainLevel: gap.plain,
    row: gap.row,
    runFirst: lane.first,
    laneFirst: lane.first,
    lanePitch: lane.pitch,
    label: 24,
    rowsOf: (leaves) => Math.min(MOST_ROWS, Math.ceil(leaves / 4)),
  },
  right: {
    direction: 'right',
    port: { du: port.height, dv: port.width, pitch: port.height + 4 },
    acs: acs.width,
    sibling: gap.sibling / 2,
    subtree: gap.subtree / 2,
    level: gap.levelRight,
    plainLevel: gap.plainRight,
    row: gap.levelRight,
    runFirst: lane.first,
    laneFirst: 12,
    lanePitch: 12,
    label: 96,
    rowsOf: (leaves) => Math.min(MOST_ROWS, Math.ceil(leaves / 10)),
  },
};
