import { busCell } from './busCell.ts';
import { type Cell, inletOf, isLeaf, type Measured } from './cell.ts';
import { combCell, type Tooth } from './combCell.ts';
import type { Extent, Knot } from './knot.ts';
import type { Leaves } from './Leaves.ts';
import { besideLine } from './labels.ts';
import type { Pace } from './pace.ts';
import { busRows, combColumns } from './rowsOfLeaves.ts';
import { stackCell } from './stackCell.ts';
import { subtreeCell } from './subtreeCell.ts';

/**
 * Sizes of a box and all below it. Without recursion: a damaged document may be deep.
 *
 * @param name of the root, among all roots
 */
export function measure<What>(
  root: Knot<What>,
  pace: Pace,
  leaves: Leaves,
  name: string,
): Measured<What> {
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
        measureOne(knot, (kid) => known(done, kid), pace, leaves, name),
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
  leaves: Leaves,
  name: string,
): Measured<What> {
  const cells = cellsOf(knot, of, pace, leaves, name);
  const between = cellGap(pace);
  const across = cells.reduce((total, cell) => total + cell.across + between, -between);
  const portsDeep = Math.max(0, ...cells.map((cell) => cell.portsDeep));
  const box = knot.fit(Math.max(0, across), portsDeep);
  const beside = pace.direction === 'right' ? besideKid(knot, box, of) : 0;
  const whole = Math.max(beside + box.u, across);
  const lead = knot.lead?.(besideLine({ box })) ?? 0;
  const leads = Math.max(0, ...cells.map((cell) => cell.lead));
  const head = leads + Math.max(0, ...cells.map((cell) => cell.head));
  const along = Math.max(0, ...cells.map((cell) => cell.along));
  return {
    knot,
    box,
    lead,
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
  leaves: Leaves,
  name: string,
): readonly Cell<What>[] {
  const parts: (Cell<What> | Tooth<What>[])[] = [];
  for (const outlet of knot.outlets) {
    const kids = outlet.kids.map(of);
    const [first] = kids;
    if (outlet.run && first) {
      parts.push(stackCell(outlet.run, first, pace));
    } else if (kids.length > 1) {
      parts.push(busCell(outlet, kids, busRows(outlet, kids, pace, leaves, name), pace));
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
    Array.isArray(part) ? combCell(combColumns(part, beside, pace, leaves), pace) : part,
  );
}
