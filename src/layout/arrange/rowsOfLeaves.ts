import { isTightBus } from './busCell.ts';
import { isLeaf, type Measured } from './cell.ts';
import type { Tooth } from './combCell.ts';
import { columnsOf, nameOf } from './combColumns.ts';
import type { Outlet } from './knot.ts';
import { type Leaves, rowsKept } from './Leaves.ts';
import type { Pace } from './pace.ts';

const MOST_FITTING = 4;
/** Leaves of a bus that need no second row. */
const FEW: Readonly<Record<Pace['direction'], number>> = { down: 4, right: 10 };
/** Width to height that a block of leaves tends to. */
const SHAPE = 1.6;

/**
 * A comb in columns. It has rows by the number of its leaves; at first as many as the subtrees beside
 * it are deep, but what becomes of those later does not touch it.
 */
export function combColumns<What>(
  teeth: readonly Tooth<What>[],
  beside: number,
  pace: Pace,
  leaves: Leaves,
): readonly (readonly Tooth<What>[])[] {
  const kids = teeth.flatMap(({ kid }) => (kid ? [kid] : []));
  const tallest = Math.max(1, ...kids.map((kid) => kid.along));
  // Grown to the right, further rows begin far away: behind the longest subtree's first boxes.
  const isDown = pace.direction === 'down';
  const fitting = isDown ? Math.floor((beside + pace.row) / (tallest + pace.row)) : 1;
  const most = Math.max(1, Math.min(fitting, MOST_FITTING));
  const least = (count: number) => Math.max(1, pace.rowsOf(count));
  const before = leaves.before(namesOf(teeth));
  const rows = rowsKept(before, kids.length, (count) => Math.max(most, least(count)), least);
  const columns = columnsOf(teeth, rows, before);
  const names = columns.map(namesOf);
  if (names.some((column) => column.length > 0))
    leaves.keep({ rows, count: kids.length, columns: names }, before);
  return columns;
}

function namesOf<What>(teeth: readonly Tooth<What>[]): readonly string[] {
  return teeth.flatMap((tooth) => (tooth.kid ? (nameOf(tooth) ?? []) : []));
}

/** Rows of a bus: a block of leaves rather than a long row. `name`: of a bus without a bridge above. */
export function busRows<What>(
  outlet: Outlet<What>,
  kids: readonly Measured<What>[],
  pace: Pace,
  leaves: Leaves,
  name: string,
): number {
  const all = kids.filter(isLeaf);
  const [leaf] = all;
  if (!leaf) return 1;
  const u = leaf.across + pace.sibling;
  const v = leaf.along + (isTightBus(outlet, pace) ? pace.sibling / 2 : pace.row);
  const shape = pace.direction === 'down' ? u / v / SHAPE : (u / v) * SHAPE;
  const bus = `bus ${outlet.upper ?? name}`;
  const before = leaves.before([bus]);
  const rows = rowsKept(before, all.length, (count) =>
    count <= FEW[pace.direction] ? 1 : Math.max(1, Math.round(Math.sqrt(count * shape))),
  );
  leaves.keep({ rows, count: all.length, columns: [[bus]] }, before);
  return rows;
}
