import type { Cell, CellPlace, Measured, Sink } from './cell.ts';
import type { Extent, Outlet } from './knot.ts';
import { headLabel, sideLabel } from './labels.ts';
import type { Pace } from './pace.ts';

/** An outlet with one leaf or none, and with what sits on its port. */
export interface Tooth<What> {
  readonly outlet: Outlet<What>;
  readonly kid: Measured<What> | null;
  readonly tab: Measured<What> | null;
}

/** A tooth with a leaf. */
interface Leaf<What> {
  readonly tooth: Tooth<What>;
  readonly kid: Measured<What>;
}

/** Leaves below one another, and the ports that stand above them. */
interface Column<What> {
  readonly leaves: readonly Leaf<What>[];
  readonly leafU: number;
  readonly across: number;
  /** Ports on the edge itself; those behind them stand in further rows, and have no lines. */
  readonly onEdge: readonly Tooth<What>[];
  readonly offEdge: readonly Tooth<What>[];
  readonly perRow: number;
  /** Of ports in further rows, from one to the next. */
  readonly offPitch: number;
}

/** Between rows of ports. */
const PORT_GAP = 4;
/** Ports of a column that has nothing below it stand in rows of this many, at least. */
const IDLE_PER_ROW = 6;
/** A line ends on a card no nearer to its corner. */
const FROM_CORNER = 12;
/** A line from the gutter enters a card beside its first words. */
const ENTRY = 32;

/**
 * Ports along an edge with one leaf or nothing each, by the columns of their leaves: ports and cards
 * keep the order of enumeration. The line to a column's first leaf is straight, those to the others go
 * down the gutter behind the column. No two lines cross.
 */
export function combCell<What>(
  placed: readonly (readonly Tooth<What>[])[],
  pace: Pace,
): Cell<What> {
  const teeth = placed.flat();
  const columns = placed.map((column) => measureColumn(column, pace));
  const deepest = Math.max(0, ...columns.map(({ leaves }) => leaves.length));
  const tabV = Math.max(0, ...teeth.map(({ tab }) => (tab ? tab.along + pace.acs : 0)));
  const runFirst = pace.runFirst + tabV;
  const portRow = pace.port.dv + PORT_GAP + tabV;
  const portRows = Math.max(
    ...columns.map(({ offEdge, perRow }) => Math.ceil(offEdge.length / perRow)),
  );
  const hasPorts = teeth.some(({ outlet }) => outlet.port !== null);
  const isLabelled = teeth.some(({ outlet, kid }) => kid && outlet.labels !== 'none');
  const most = (row: number, of: (kid: Measured<What>) => number) =>
    Math.max(0, ...columns.map(({ leaves }) => (leaves[row] ? of(leaves[row].kid) : 0)));
  const rowPlaces = Array.from({ length: deepest }, (_, row) => row);
  const rowLead = rowPlaces.map((row) => most(row, (kid) => kid.lead));
  const rowAlong = rowPlaces.map((row) => most(row, (kid) => kid.along));
  const rowAt = starts(rowAlong, (row) => pace.row + (rowLead[row] ?? 0));
  const lastRun = runFirst + Math.max(0, deepest - 2) * pace.lanePitch;
  const ends = rowAlong.map((along, row) => (rowAt[row] ?? 0) + along);
  return {
    across: columns.reduce((total, { across }) => total + across + pace.sibling, -pace.sibling),
    head: deepest === 0 ? 0 : Math.max(isLabelled ? pace.level : 0, lastRun + pace.label),
    lead: rowLead[0] ?? 0,
    along: Math.max(deepest === 0 ? tabV : 0, ...ends),
    portsDeep: hasPorts ? pace.port.dv + portRows * portRow : 0,
    place: (at, sink) => {
      let start = at.u;
      for (const column of columns) {
        const middles = placePorts(column, start, at, sink);
        column.leaves.forEach((leaf, row) => {
          placeLeaf(column, leaf, row, middles.get(leaf.tooth) ?? start, start, at, sink);
        });
        start += column.across + pace.sibling;
      }
    },
  };

  function placePorts(
    column: Column<What>,
    start: number,
    at: CellPlace,
    sink: Sink<What>,
  ): ReadonlyMap<Tooth<What>, number> {
    const { onEdge, offEdge, perRow, offPitch, leafU, across } = column;
    const put = ({ outlet, tab }: Tooth<What>, middle: number, end: number) => {
      if (outlet.port) sink.port(outlet.port, middle, end);
      if (tab) sink.kid(tab, middle - tab.across / 2, end);
    };
    // Over the middle of the leaves, as far as there is room.
    const taken = onEdge.reduce((total, tooth) => total + pitchOf(tooth, pace), 0);
    const wanted = leafU === 0 ? 0 : (leafU - taken) / 2;
    const first = start + Math.max(0, Math.min(wanted, across - taken));
    const middles = new Map<Tooth<What>, number>();
    let next = first;
    for (const tooth of onEdge) {
      const pitch = pitchOf(tooth, pace);
      middles.set(tooth, next + pitch / 2);
      put(tooth, next + pitch / 2, at.edge);
      next += pitch;
    }
    offEdge.forEach((tooth, index) => {
      const row = 1 + Math.floor(index / perRow);
      put(tooth, start + ((index % perRow) + 0.5) * offPitch, at.edge - row * portRow);
    });
    return middles;
  }

  function placeLeaf(
    { leafU, leaves, across }: Column<What>,
    { tooth, kid }: Leaf<What>,
    row: number,
    from: number,
    start: number,
    at: CellPlace,
    sink: Sink<What>,
  ): void {
    const top = at.first + (rowAt[row] ?? 0);
    const grown = grow(kid, leafU, rowAlong[row] ?? kid.along, pace);
    const end = start + grown.box.u;
    sink.kid(grown, start, top);
    if (row === 0) {
      const inlet = Math.min(Math.max(from, start + FROM_CORNER), end - FROM_CORNER);
      const points = hanging({ u: from, v: at.edge }, { u: inlet, v: top }, at.edge + runFirst);
      const label = headLabel(inlet, top, start + across - inlet, kid, pace);
      sink.wire(tooth.outlet, kid, points, label);
      return;
    }
    // Later rows turn into the gutter first, and further out: so that no line crosses another.
    const lane = start + leafU + pace.laneFirst + (row - 1) * pace.lanePitch;
    const run = at.edge + runFirst + (leaves.length - 1 - row) * pace.lanePitch;
    const entry = top + Math.min(grown.box.v / 2, ENTRY);
    const points: readonly Extent[] = [
      { u: from, v: at.edge },
      { u: from, v: run },
      { u: lane, v: run },
      { u: lane, v: entry },
      { u: end, v: entry },
    ];
    sink.wire(tooth.outlet, kid, points, sideLabel(lane, top, leafU, kid, pace));
  }
}

/** From a port to the next: what sits on it may be wider. */
function pitchOf<What>({ tab }: Tooth<What>, { port }: Pace): number {
  return tab ? Math.max(port.pitch, tab.across + port.pitch - port.du) : port.pitch;
}

/** Straight down, or with a bend at `run`. */
function hanging(from: Extent, to: Extent, run: number): readonly Extent[] {
  if (from.u === to.u) return [from, to];
  return [from, { u: from.u, v: run }, { u: to.u, v: run }, to];
}

/** Cards of a row are equally high, those of a column equally wide, whatever they have to say. */
function grow<What>(kid: Measured<What>, u: number, v: number, pace: Pace): Measured<What> {
  if (!kid.knot.evens) return kid;
  const box = pace.direction === 'down' ? { u, v } : { u: kid.box.u, v };
  return { ...kid, across: box.u, along: v, box };
}

/** Where each begins, one behind another; gaps are those before each but the first. */
function starts(lengths: readonly number[], gapBefore: (row: number) => number): readonly number[] {
  let end = 0;
  return lengths.map((length, row) => {
    const start = row === 0 ? 0 : end + gapBefore(row);
    end = start + length;
    return start;
  });
}

function measureColumn<What>(teeth: readonly Tooth<What>[], pace: Pace): Column<What> {
  const leaves = teeth.flatMap((tooth) => (tooth.kid ? [{ tooth, kid: tooth.kid }] : []));
  const leafU = Math.max(0, ...leaves.map(({ kid }) => kid.across));
  const lanes = leaves.length - 1;
  const gutter = lanes > 0 ? pace.laneFirst + (lanes - 1) * pace.lanePitch + 4 : 0;
  const idlePerRow = Math.max(IDLE_PER_ROW, Math.ceil(Math.sqrt(teeth.length * 4)));
  const widths = teeth.map((tooth) => pitchOf(tooth, pace));
  const led = teeth.reduce((total, { kid }, place) => total + (kid ? (widths[place] ?? 0) : 0), 0);
  const first = widths.slice(0, idlePerRow).reduce((total, width) => total + width, 0);
  const across = Math.max(leafU + gutter, led, first);
  // Ports with a line keep to the edge; of the others as many as there is room for.
  let room = across - led;
  const onEdge: Tooth<What>[] = [];
  const offEdge: Tooth<What>[] = [];
  for (const tooth of teeth) {
    const width = pitchOf(tooth, pace);
    if (!tooth.kid && width > room) room = 0;
    if (!tooth.kid) room -= width;
    if (tooth.kid || room >= 0) onEdge.push(tooth);
    else offEdge.push(tooth);
  }
  const offPitch = Math.max(pace.port.pitch, ...offEdge.map((tooth) => pitchOf(tooth, pace)));
  const perRow = Math.max(1, Math.floor(across / offPitch));
  return { leaves, leafU, across, onEdge, offEdge, perRow, offPitch };
}
