import type { Cell, Measured } from './cell.ts';
import type { Extent, Outlet } from './knot.ts';
import { headLabel, sideLabel } from './labels.ts';
import type { Pace } from './pace.ts';

/** An outlet with one leaf or none. */
export interface Tooth<What> {
  readonly outlet: Outlet<What>;
  readonly kid: Measured<What> | null;
}

/** Leaves below one another, and the ports that stand above them. */
interface Column<What> {
  readonly teeth: readonly Tooth<What>[];
  readonly kids: readonly { readonly outlet: Outlet<What>; readonly kid: Measured<What> }[];
  readonly leafU: number;
  readonly across: number;
  /** Ports on the edge itself; what is behind them stands in further rows, and has no lines. */
  readonly onEdge: readonly Outlet<What>[];
  readonly offEdge: readonly Outlet<What>[];
  readonly perRow: number;
}

/**
 * Ports along an edge with one leaf or nothing each. Leaves fill columns from the top, so that ports
 * and cards keep the order of enumeration; the line to a column's first leaf is straight, those to
 * the others go down the gutter behind the column. No two lines cross.
 */
export function combCell<What>(
  teeth: readonly Tooth<What>[],
  rows: number,
  pace: Pace,
): Cell<What> {
  const columns = columnsOf(teeth, rows).map((column) => measureColumn(column, pace));
  const deepest = Math.max(1, ...columns.map(({ kids }) => kids.length));
  const rowAlong = Array.from({ length: deepest }, (_, row) =>
    Math.max(0, ...columns.map(({ kids }) => kids[row]?.kid.along ?? 0)),
  );
  const rowAt: number[] = [];
  let along = 0;
  for (const length of rowAlong) {
    rowAt.push(along);
    along += length + pace.row;
  }
  const hasKids = columns.some(({ kids }) => kids.length > 0);
  return {
    across: sum(columns.map(({ across }) => across)) + (columns.length - 1) * pace.sibling,
    head: hasKids ? Math.max(pace.level, runAt(0, deepest, pace) + pace.label) : 0,
    along: hasKids ? along - pace.row : 0,
    portRows: Math.max(...columns.map(portRows)),
    place: (at, sink) => {
      let u = at.u;
      for (const column of columns) {
        placeColumn(column, u);
        u += column.across + pace.sibling;
      }

      function placeColumn(column: Column<What>, start: number): void {
        const { kids, leafU, onEdge, offEdge, perRow } = column;
        const middles = portMiddles(column, start, pace);
        onEdge.forEach((outlet, index) => {
          if (outlet.port) sink.port(outlet.port, middles[index] ?? start, 0);
        });
        offEdge.forEach(({ port }, index) => {
          const middle = start + ((index % perRow) + 0.5) * pace.port.pitch;
          if (port) sink.port(port, middle, 1 + Math.floor(index / perRow));
        });
        kids.forEach(({ outlet, kid }, row) => {
          const from = middles[onEdge.indexOf(outlet)] ?? start + leafU / 2;
          const top = at.first + (rowAt[row] ?? 0);
          const grown = grow(kid, leafU, rowAlong[row] ?? kid.along, pace);
          sink.kid(grown, start, top);
          if (row === 0) {
            const inlet = Math.min(Math.max(from, start + 12), start + grown.box.u - 12);
            const points = straight(from, inlet, at.edge, top, at.edge + pace.laneFirst);
            const room = start + column.across - inlet;
            sink.wire(outlet, kid, points, headLabel(inlet, top, room, pace));
            return;
          }
          const lane = start + leafU + pace.laneFirst + (row - 1) * pace.lanePitch;
          const run = at.edge + runAt(row, kids.length, pace);
          const entry = top + Math.min(grown.box.v / 2, 32);
          const points: Extent[] = [
            { u: from, v: at.edge },
            { u: from, v: run },
            { u: lane, v: run },
            { u: lane, v: entry },
            { u: start + grown.box.u, v: entry },
          ];
          sink.wire(outlet, kid, points, sideLabel(lane, top, leafU, pace));
        });
      }
    },
  };
}

/** Where the line to a row turns into the gutter: later rows turn first, so that none crosses. */
function runAt(row: number, rows: number, pace: Pace): number {
  return pace.laneFirst + Math.max(0, rows - 1 - row) * pace.lanePitch;
}

function straight(
  from: number,
  inlet: number,
  edge: number,
  top: number,
  run: number,
): readonly Extent[] {
  const ends: readonly [Extent, Extent] = [
    { u: from, v: edge },
    { u: inlet, v: top },
  ];
  if (from === inlet) return ends;
  return [ends[0], { u: from, v: run }, { u: inlet, v: run }, ends[1]];
}

/** Cards of a row are equally high, those of a column equally wide, whatever they have to say. */
function grow<What>(kid: Measured<What>, u: number, v: number, pace: Pace): Measured<What> {
  if (!kid.knot.evens) return kid;
  const box = pace.direction === 'down' ? { u, v } : { u: kid.box.u, v };
  return { ...kid, across: box.u, along: v, box };
}

function columnsOf<What>(teeth: readonly Tooth<What>[], rows: number): readonly Tooth<What>[][] {
  const columns: Tooth<What>[][] = [];
  let filled = 0;
  for (const tooth of teeth) {
    const column = columns.at(-1);
    if (!column || (tooth.kid && filled === rows)) {
      columns.push([tooth]);
      filled = tooth.kid ? 1 : 0;
    } else {
      column.push(tooth);
      if (tooth.kid) filled++;
    }
  }
  return columns;
}

/** Ports of a column that has nothing below it stand in rows of this many, at least. */
const IDLE_PER_ROW = 6;

function measureColumn<What>(teeth: readonly Tooth<What>[], pace: Pace): Column<What> {
  const kids = teeth.flatMap(({ outlet, kid }) => (kid ? [{ outlet, kid }] : []));
  const leafU = Math.max(0, ...kids.map(({ kid }) => kid.across));
  const lanes = kids.length - 1;
  const gutter = lanes > 0 ? pace.laneFirst + (lanes - 1) * pace.lanePitch + 4 : 0;
  const ports = teeth.filter(({ outlet }) => outlet.port !== null);
  const { pitch } = pace.port;
  const idlePerRow = Math.max(IDLE_PER_ROW, Math.ceil(Math.sqrt(ports.length * 4)));
  const wanted = Math.min(ports.length, kids.length === 0 ? idlePerRow : kids.length);
  const across = Math.max(leafU + gutter, wanted * pitch);
  const perRow = Math.max(1, Math.floor(across / pitch));
  // Ports with a line keep to the edge; of the others as many as there is room for.
  let room = perRow - kids.filter(({ outlet }) => outlet.port !== null).length;
  const onEdge: Outlet<What>[] = [];
  const offEdge: Outlet<What>[] = [];
  for (const { outlet, kid } of teeth) {
    if (kid || room-- > 0) onEdge.push(outlet);
    else offEdge.push(outlet);
  }
  return { teeth, kids, leafU, across, onEdge, offEdge, perRow };
}

/** Ports of a column stand over the middle of its leaves, as far as there is room. */
function portMiddles<What>(column: Column<What>, start: number, pace: Pace): readonly number[] {
  const { onEdge, leafU, across } = column;
  const { pitch } = pace.port;
  const taken = onEdge.length * pitch;
  const wanted = leafU === 0 ? 0 : (leafU - taken) / 2;
  const first = start + Math.max(0, Math.min(wanted, across - taken));
  return onEdge.map((_, index) => first + (index + 0.5) * pitch);
}

function portRows<What>({ onEdge, offEdge, perRow }: Column<What>): number {
  const onFirst = onEdge.some(({ port }) => port !== null) ? 1 : 0;
  return onFirst + Math.ceil(offEdge.length / perRow);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
