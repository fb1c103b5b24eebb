import type { Point, Rect } from './scene.ts';

/** The inside lies on the right of each edge: +x, +y, -x, -y in turn. */
type Heading = 0 | 1 | 2 | 3;

interface Edge {
  readonly to: number;
  readonly heading: Heading;
}

/**
 * The outline of several rectangles taken together: closed loops of horizontal and vertical lines,
 * corners only, clockwise round what is inside and anticlockwise round holes. Rectangles that touch
 * along an edge are one; those that touch in a corner are not. Takes time and space with the square
 * of their number.
 */
export function unionOutline(rects: readonly Rect[]): readonly (readonly Point[])[] {
  const xs = sorted(rects.flatMap(({ x, width }) => [x, x + width]));
  const ys = sorted(rects.flatMap(({ y, height }) => [y, y + height]));
  const edges = edgesOf(fill(rects, xs, ys), xs.length, ys.length);
  return loops(edges).map((loop) =>
    loop.map((at) => ({ x: xs[Math.floor(at / ys.length)] ?? 0, y: ys[at % ys.length] ?? 0 })),
  );
}

function sorted(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Which cells of the grid are inside, column by column, with a border of cells that are not. */
function fill(rects: readonly Rect[], xs: readonly number[], ys: readonly number[]): Uint8Array {
  const columnOf = new Map(xs.map((x, index) => [x, index]));
  const rowOf = new Map(ys.map((y, index) => [y, index]));
  const rows = ys.length + 1;
  const cells = new Uint8Array((xs.length + 1) * rows);
  for (const { x, y, width, height } of rects) {
    const [left = 0, right = 0] = [columnOf.get(x), columnOf.get(x + width)];
    const [top = 0, bottom = 0] = [rowOf.get(y), rowOf.get(y + height)];
    for (let column = left; column < right; column++) {
      const from = (column + 1) * rows + 1;
      cells.fill(1, from + top, from + bottom);
    }
  }
  return cells;
}

/** Edges between inside and outside, by the corner where they begin. */
function edgesOf(cells: Uint8Array, columns: number, rows: number): Map<number, Edge[]> {
  const edges = new Map<number, Edge[]>();
  const add = (from: number, to: number, heading: Heading) => {
    const there = edges.get(from);
    if (there) there.push({ to, heading });
    else edges.set(from, [{ to, heading }]);
  };
  const inside = (column: number, row: number) => cells[(column + 1) * (rows + 1) + row + 1] === 1;
  const corner = (column: number, row: number) => column * rows + row;
  for (let column = 0; column < columns - 1; column++) {
    for (let row = 0; row < rows - 1; row++) {
      if (!inside(column, row)) continue;
      const [near, far] = [corner(column, row), corner(column + 1, row + 1)];
      const [across, along] = [corner(column + 1, row), corner(column, row + 1)];
      if (!inside(column, row - 1)) add(near, across, 0);
      if (!inside(column + 1, row)) add(across, far, 1);
      if (!inside(column, row + 1)) add(far, along, 2);
      if (!inside(column - 1, row)) add(along, near, 3);
    }
  }
  return edges;
}

function loops(edges: Map<number, Edge[]>): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const start of edges.keys()) {
    for (;;) {
      const loop = walk(edges, start);
      if (loop.length === 0) break;
      found.push(loop);
    }
  }
  return found;
}

/** Takes one loop out of the edges: its corners, without those on straight lines. */
function walk(edges: Map<number, Edge[]>, start: number): number[] {
  const corners: number[] = [];
  let at = start;
  let heading: Heading | null = null;
  let first: Heading | null = null;
  for (;;) {
    const next = takeNext(edges, at, heading);
    if (!next) break;
    if (next.heading !== heading) corners.push(at);
    heading = next.heading;
    first ??= heading;
    at = next.to;
    if (at === start) break;
  }
  // The place it began at may lie on a straight line.
  if (heading === first) corners.shift();
  return corners;
}

/** Where two loops meet in a corner, the one that turns right stays on its own. */
function takeNext(
  edges: Map<number, Edge[]>,
  at: number,
  heading: Heading | null,
): Edge | undefined {
  const there = edges.get(at);
  if (!there || there.length === 0) return undefined;
  const right = heading === null ? -1 : (heading + 1) % 4;
  const index = there.findIndex((edge) => edge.heading === right);
  const [taken] = there.splice(Math.max(0, index), 1);
  return taken;
}
