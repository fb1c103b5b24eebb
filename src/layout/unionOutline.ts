import type { Point, Rect } from './scene.ts';

/** A line that goes down has the inside on its left on the sheet, one that goes up on its right. */
interface Upright {
  readonly x: number;
  readonly isDown: boolean;
  /** Indices among the rows: `top` above `bottom`. */
  readonly top: number;
  readonly bottom: number;
}

/** Where an upright begins or ends, and a level line meets it. */
interface Corner {
  readonly upright: number;
  readonly isTop: boolean;
}

/**
 * The outline of several rectangles taken together: closed loops of horizontal and vertical lines,
 * corners only, clockwise round what is inside and anticlockwise round holes. Rectangles that touch
 * along an edge are one; those that touch in a corner are not.
 *
 * Sweeps once from left to right and keeps, for each row between two neighbouring edges, how many
 * rectangles cover it: time goes with the number of rectangles and the rows that they reach over.
 */
export function unionOutline(rects: readonly Rect[]): readonly (readonly Point[])[] {
  const ys = rowsOf(rects);
  const uprights = sweep(rects, ys);
  const across = joined(uprights);
  return loops(uprights, across, ys);
}

function rowsOf(rects: readonly Rect[]): Float64Array {
  const all = new Float64Array(rects.length * 2);
  rects.forEach(({ y, height }, index) => {
    all[2 * index] = y;
    all[2 * index + 1] = y + height;
  });
  all.sort();
  let count = 0;
  for (const y of all) {
    if (count === 0 || all[count - 1] !== y) all[count++] = y;
  }
  return all.subarray(0, count);
}

interface Change {
  readonly x: number;
  readonly by: 1 | -1;
  readonly top: number;
  readonly bottom: number;
}

/** All vertical lines, from left to right and from top to bottom. */
function sweep(rects: readonly Rect[], ys: Float64Array): readonly Upright[] {
  const rowOf = new Map<number, number>();
  ys.forEach((y, row) => {
    rowOf.set(y, row);
  });
  const changes = rects.flatMap(({ x, y, width, height }): readonly Change[] => {
    const [top = 0, bottom = 0] = [rowOf.get(y), rowOf.get(y + height)];
    return [
      { x, by: 1, top, bottom },
      { x: x + width, by: -1, top, bottom },
    ];
  });
  changes.sort((a, b) => a.x - b.x);
  const covers = new Int32Array(ys.length);
  const isInside = new Uint8Array(ys.length);
  const found: Upright[] = [];
  let from = ys.length;
  let to = 0;
  changes.forEach(({ x, by, top, bottom }, index) => {
    for (let row = top; row < bottom; row++) covers[row] = (covers[row] ?? 0) + by;
    from = Math.min(from, top);
    to = Math.max(to, bottom);
    if (changes[index + 1]?.x === x) return;
    addUprights(found, x, { covers, isInside, from, to });
    from = ys.length;
    to = 0;
  });
  return found;
}

interface Column {
  readonly covers: Int32Array;
  /** As it was on the left; brought up to date. */
  readonly isInside: Uint8Array;
  /** The rows that may have changed. */
  readonly from: number;
  readonly to: number;
}

function addUprights(found: Upright[], x: number, { covers, isInside, from, to }: Column): void {
  let row = from;
  while (row < to) {
    const change = changeOf(covers, isInside, row);
    const top = row;
    do {
      if (change !== 0) isInside[row] = change > 0 ? 1 : 0;
      row++;
    } while (row < to && changeOf(covers, isInside, row) === change);
    if (change !== 0) found.push({ x, isDown: change < 0, top, bottom: row });
  }
}

/** 1 where the inside begins, -1 where it ends. */
function changeOf(covers: Int32Array, isInside: Uint8Array, row: number): number {
  return ((covers[row] ?? 0) > 0 ? 1 : 0) - (isInside[row] ?? 0);
}

/** For each upright, the one that the level line from its end leads to. */
function joined(uprights: readonly Upright[]): Int32Array {
  const corners: (Corner & { readonly row: number; readonly x: number; readonly first: number })[] =
    [];
  uprights.forEach(({ x, isDown, top, bottom }, upright) => {
    // Where two meet in one point, each stays with the side on which its own inside is.
    corners.push({ upright, isTop: true, row: top, x, first: isDown ? 0 : 1 });
    corners.push({ upright, isTop: false, row: bottom, x, first: isDown ? 0 : 1 });
  });
  corners.sort((a, b) => a.row - b.row || a.x - b.x || a.first - b.first);
  const next = new Int32Array(uprights.length);
  for (let index = 0; index + 1 < corners.length; index += 2) {
    const [a, b] = [corners[index], corners[index + 1]];
    if (!a || !b) break;
    const leaves = (at: Corner) => uprights[at.upright]?.isDown !== at.isTop;
    if (leaves(a)) next[a.upright] = b.upright;
    else next[b.upright] = a.upright;
  }
  return next;
}

function loops(
  uprights: readonly Upright[],
  next: Int32Array,
  ys: Float64Array,
): readonly (readonly Point[])[] {
  const isDone = new Uint8Array(uprights.length);
  const found: Point[][] = [];
  for (let start = 0; start < uprights.length; start++) {
    const loop: Point[] = [];
    for (let at = start; isDone[at] === 0; at = next[at] ?? start) {
      isDone[at] = 1;
      const upright = uprights[at];
      if (!upright) break;
      const { x, isDown, top, bottom } = upright;
      const [first, last] = isDown ? [top, bottom] : [bottom, top];
      loop.push({ x, y: ys[first] ?? 0 }, { x, y: ys[last] ?? 0 });
    }
    // From the topmost of its leftmost corners on.
    const [first, ...others] = loop;
    if (first) found.push([...others, first]);
  }
  return found;
}
