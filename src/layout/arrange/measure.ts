import { busCell, isTightBus } from './busCell.ts';
import { type Cell, inletOf, isLeaf, type Measured } from './cell.ts';
import { combCell, type Tooth } from './combCell.ts';
import type { Extent, Knot } from './knot.ts';
import type { Pace } from './pace.ts';
import { stackCell } from './stackCell.ts';
import { subtreeCell } from './subtreeCell.ts';

/** Sizes of a box and all below it. Without recursion: a damaged document may be deep. */
export function measure<What>(root: Knot<What>, pace: Pace): Measured<What> {
  const inOrder: Knot<What>[] = [root];
  for (let index = 0; index < inOrder.length; index++) {
    for (const { kids, tab } of inOrder[index]?.outlets ?? []) {
      inOrder.push(...kids);
      if (tab) inOrder.push(tab);
    }
  }
  const done = new Map<Knot<What>, Measured<What>>();
  for (let index = inOrder.length - 1; index >= 0; index--) {
    const knot = inOrder[index];
    if (knot)
      done.set(
        knot,
        measureOne(knot, (kid) => known(done, kid), pace),
      );
  }
  return known(done, root);
}

function known<What>(
  done: ReadonlyMap<Knot<What>, Measured<What>>,
  knot: Knot<What>,
): Measured<What> {
  const measured = done.get(knot);
  if (!measured) throw new RangeError('a knot is measured before what it hangs from');
  return measured;
}

function measureOne<What>(
  knot: Knot<What>,
  of: (kid: Knot<What>) => Measured<What>,
  pace: Pace,
): Measured<What> {
  const cells = cellsOf(knot, of, pace);
  const between = cellGap(pace);
  const across = cells.reduce((total, cell) => total + cell.across + between, -between);
  const portsDeep = Math.max(0, ...cells.map((cell) => cell.portsDeep));
  const box = knot.fit(Math.max(0, across), portsDeep);
  const beside = pace.direction === 'right' ? besideKid(knot, box, of) : 0;
  const whole = Math.max(beside + box.u, across);
  const head = Math.max(0, ...cells.map((cell) => cell.head));
  const along = Math.max(0, ...cells.map((cell) => cell.along));
  return {
    knot,
    box,
    across: whole,
    along: box.v + head + along,
    boxAt: knot.stretches ? 0 : pace.direction === 'right' ? beside : (whole - box.u) / 2,
    cellsAt: pace.direction === 'right' ? 0 : Math.max(0, (whole - across) / 2),
    head,
    cells,
  };
}

/** Grown to the right, boxes stand at the top; but beside a single box that is higher, at its middle. */
function besideKid<What>(
  knot: Knot<What>,
  box: Extent,
  of: (kid: Knot<What>) => Measured<What>,
): number {
  const [outlet, more] = knot.outlets;
  const [kid, second] = outlet?.kids ?? [];
  if (knot.stretches || !kid || second || more) return 0;
  return Math.max(0, inletOf(of(kid)) - box.u / 2);
}

export const cellGap = (pace: Pace): number => pace.subtree;

/** The outlets in their order: runs of leaves and idle ports share a comb, the rest has its own. */
function cellsOf<What>(
  knot: Knot<What>,
  of: (kid: Knot<What>) => Measured<What>,
  pace: Pace,
): readonly Cell<What>[] {
  const parts: (Cell<What> | Tooth<What>[])[] = [];
  for (const outlet of knot.outlets) {
    const kids = outlet.kids.map(of);
    const [first] = kids;
    if (outlet.run && first) {
      parts.push(stackCell(outlet.run, first, pace));
    } else if (kids.length > 1) {
      parts.push(busCell(outlet, kids, busRows(kids, isTightBus(outlet, pace), pace), pace));
    } else if (first && !isLeaf(first)) {
      parts.push(subtreeCell(outlet, first, pace));
    } else {
      const tooth = { outlet, kid: first ?? null, tab: outlet.tab ? of(outlet.tab) : null };
      const last = parts.at(-1);
      if (Array.isArray(last)) last.push(tooth);
      else parts.push([tooth]);
    }
  }
  const beside = Math.max(0, ...parts.map((part) => (Array.isArray(part) ? 0 : part.along)));
  return parts.map((part) =>
    Array.isArray(part) ? combCell(part, combRows(part, beside, pace), pace) : part,
  );
}

/** Rows of a comb: by the number of its leaves, and as many as the subtrees beside it are deep. */
function combRows<What>(teeth: readonly Tooth<What>[], beside: number, pace: Pace): number {
  const kids = teeth.flatMap(({ kid }) => (kid ? [kid] : []));
  const wanted = pace.rowsOf(kids.length);
  const tallest = Math.max(1, ...kids.map((kid) => kid.along));
  // Grown to the right, further rows begin far away: behind the longest subtree's first boxes.
  const isDown = pace.direction === 'down';
  const fitting = isDown ? Math.floor((beside + pace.row) / (tallest + pace.row)) : 1;
  return Math.max(1, wanted, Math.min(fitting, MOST_FITTING));
}

const MOST_FITTING = 4;
/** Leaves of a bus that need no second row. */
const FEW: Readonly<Record<Pace['direction'], number>> = { down: 4, right: 10 };
/** Width to height that a block of leaves tends to. */
const SHAPE = 1.6;

function busRows<What>(kids: readonly Measured<What>[], isTight: boolean, pace: Pace): number {
  const leaves = kids.filter(isLeaf);
  if (leaves.length <= FEW[pace.direction]) return 1;
  const [leaf] = leaves;
  if (!leaf) return 1;
  const u = leaf.across + pace.sibling;
  const v = leaf.along + (isTight ? pace.sibling / 2 : pace.row);
  const shape = pace.direction === 'down' ? u / v / SHAPE : (u / v) * SHAPE;
  return Math.max(1, Math.round(Math.sqrt(leaves.length * shape)));
}
