import type { Extent } from './knot.ts';
import { inherit, type Seat } from './seats.ts';

export interface Gaps {
  /** Between what stands side by side. */
  readonly between: number;
  /** From one shelf to the next. */
  readonly shelf: number;
}

/** The seat of a box within its group, and of the group among the groups. */
export interface Seats {
  readonly inner: Seat;
  readonly outer: Seat;
}

interface Packing {
  readonly places: readonly Extent[];
  readonly seats: readonly Seat[];
  readonly size: Extent;
}

interface Shelved {
  readonly places: readonly Extent[];
  readonly seats: readonly Seats[];
  readonly badness: number;
}

/** At most so many widths are tried. */
const TRIES = 48;

/**
 * Boxes keep their seats until fresh ones come twice as near to the wished-for shape: a drawing 4 times
 * too wide stays beside one that would be 2 times too high.
 */
const MUCH_BETTER = Math.log(2);

/**
 * Puts groups of boxes on shelves: what belongs to one group stays together, and the groups are
 * shelved like boxes. The same groups give the same places. `former`: the seats that boxes had,
 * `null` for those that are new; they keep them unless the drawing's shape were much better without.
 */
export function shelveGroups(
  groups: readonly (readonly Extent[])[],
  gap: Gaps,
  shape: number,
  former: readonly (readonly (Seats | null)[])[],
): Omit<Shelved, 'badness'> {
  const fresh = afresh(groups, gap, shape);
  const kept = asBefore(groups, gap, shape, former);
  return kept && kept.badness <= fresh.badness + MUCH_BETTER ? kept : fresh;
}

function afresh(groups: readonly (readonly Extent[])[], gap: Gaps, shape: number): Shelved {
  const [only] = groups;
  const count = groups.length;
  if (only && count === 1) return joined([shelve(only, gap, shape)], NOTHING_BESIDE, shape);
  let best: Shelved | null = null;
  // Groups side by side are to be narrow, one above another wide.
  for (const factor of [1, count, 1 / count, Math.sqrt(count), 1 / Math.sqrt(count)]) {
    const packed = groups.map((group) => shelve(group, gap, shape * factor));
    const outer = shelve(
      packed.map(({ size }) => size),
      aroundGroups(gap),
      shape,
    );
    const found = joined(packed, outer, shape);
    if (best === null || found.badness < best.badness) best = found;
  }
  return best ?? { places: [], seats: [], badness: 0 };
}

/** `null`: nothing of it was there before, or in another order. */
function asBefore(
  groups: readonly (readonly Extent[])[],
  gap: Gaps,
  shape: number,
  former: readonly (readonly (Seats | null)[])[],
): Shelved | null {
  const around = aroundGroups(gap);
  const packed = groups.map((group, index) => {
    const known = (former[index] ?? []).map((seats) => seats?.inner ?? null);
    const seats = inherit(known, (some) => taken(group, some, gap));
    return seats ? seated(group, seats, gap) : shelve(group, gap, shape);
  });
  const sizes = packed.map(({ size }) => size);
  const known = former.map((seats) => seats.find((each) => each !== null)?.outer ?? null);
  const seats = inherit(known, (some) => taken(sizes, some, around));
  return seats && joined(packed, seated(sizes, seats, around), shape);

  function taken(boxes: readonly Extent[], seats: readonly Seat[], gaps: Gaps) {
    const { size } = seated(boxes.slice(0, seats.length), seats, gaps);
    return { size, badness: badness(size, shape) };
  }
}

const aroundGroups = (gap: Gaps): Gaps => ({ ...gap, between: 2 * gap.between });

const NOTHING_BESIDE: Omit<Packing, 'size'> = {
  places: [{ u: 0, v: 0 }],
  seats: [{ shelf: 0, column: 0 }],
};

/** What stands in groups, by the places of the groups. */
function joined(
  groups: readonly Packing[],
  outer: Omit<Packing, 'size'> & Partial<Packing>,
  shape: number,
): Shelved {
  const at = (index: number) => outer.places[index] ?? { u: 0, v: 0 };
  const seatOf = (index: number) => outer.seats[index] ?? { shelf: 0, column: 0 };
  const size = outer.size ?? groups[0]?.size ?? { u: 0, v: 0 };
  return {
    places: groups.flatMap(({ places }, index) =>
      places.map(({ u, v }) => ({ u: u + at(index).u, v: v + at(index).v })),
    ),
    seats: groups.flatMap(({ seats }, index) =>
      seats.map((inner) => ({ inner, outer: seatOf(index) })),
    ),
    badness: badness(size, shape),
  };
}

/**
 * Puts boxes of any size on shelves, in their order: side by side, short ones one below another, a
 * new shelf where the drawing would become too wide for `shape` (u to v).
 */
function shelve(boxes: readonly Extent[], gap: Gaps, shape: number): Packing {
  let best = pack(boxes, gap, Number.POSITIVE_INFINITY);
  const step = Math.max(1, Math.ceil(boxes.length / TRIES));
  for (let count = boxes.length - 1; count >= 1; count -= step) {
    const limit = boxes
      .slice(0, count)
      .reduce((total, box) => total + box.u + gap.between, -gap.between);
    const packing = pack(boxes, gap, limit);
    if (badness(packing.size, shape) < badness(best.size, shape)) best = packing;
  }
  return best;
}

/** How far from the wished-for shape; too wide is as bad as too high. */
function badness({ u, v }: Extent, shape: number): number {
  return u === 0 || v === 0 ? 0 : Math.abs(Math.log(u / v / shape));
}

function pack(boxes: readonly Extent[], gap: Gaps, limit: number): Packing {
  const seats: Seat[] = [];
  for (let shelf = 0; seats.length < boxes.length; shelf++) {
    for (const column of fillShelf(boxes, seats.length, gap, limit)) seats.push({ shelf, column });
  }
  return seated(boxes, seats, gap);
}

/** The columns of the boxes on one shelf, from the box at `start` on. */
function fillShelf(
  boxes: readonly Extent[],
  start: number,
  gap: Gaps,
  limit: number,
): readonly number[] {
  let best: readonly number[] = [0];
  for (let count = 2; start + count <= boxes.length; count++) {
    const next = boxes.slice(start, start + count);
    const columns = columnsOf(next, gap);
    if (widthOf(next, columns, gap) > limit) break;
    best = columns;
  }
  return best;
}

/** The column of each: as high as the highest box, short ones one below another. */
function columnsOf(boxes: readonly Extent[], gap: Gaps): readonly number[] {
  const high = Math.max(0, ...boxes.map((box) => box.v));
  let column = -1;
  let filled = Number.POSITIVE_INFINITY;
  return boxes.map((box) => {
    const isBelow = filled + gap.between + box.v <= high;
    if (!isBelow) column++;
    filled = isBelow ? filled + gap.between + box.v : box.v;
    return column;
  });
}

function widthOf(boxes: readonly Extent[], columns: readonly number[], gap: Gaps): number {
  const widths: number[] = [];
  boxes.forEach((box, index) => {
    const column = columns[index] ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, box.u);
  });
  return widths.reduce((total, width) => total + width + gap.between, -gap.between);
}

/** Boxes at their seats: the seats are in order, none is left out. */
function seated(boxes: readonly Extent[], seats: readonly Seat[], gap: Gaps): Packing {
  const places: Extent[] = [];
  const whole = { u: 0, v: 0 };
  const column = { u: 0, v: 0 };
  let u = 0;
  let v = 0;
  let high = 0;
  boxes.forEach((box, index) => {
    const [seat, last] = [seats[index], seats[index - 1]];
    if (last && seat?.shelf !== last.shelf) {
      v += high + gap.shelf;
      [u, high, column.u, column.v] = [0, 0, 0, 0];
    } else if (last && seat?.column !== last.column) {
      u += column.u + gap.between;
      [column.u, column.v] = [0, 0];
    }
    const top = column.v === 0 ? 0 : column.v + gap.between;
    places.push({ u, v: v + top });
    column.u = Math.max(column.u, box.u);
    column.v = top + box.v;
    high = Math.max(high, column.v);
    whole.u = Math.max(whole.u, u + column.u);
    whole.v = v + high;
  });
  return { places, seats, size: whole };
}
