import type { BarPiece, IovaBar } from './iovaBars.ts';
import { MAPPING_METRICS as M } from './mappingMetrics.ts';
import type { UnitRow } from './mappingRows.ts';

export interface PlacedBar extends IovaBar {
  readonly y: number;
}

/** A way past the IOVA column. */
export interface Lane {
  readonly row: UnitRow;
  readonly y: number;
  readonly height: number;
}

export interface PlacedBars {
  readonly bars: readonly PlacedBar[];
  readonly lanes: readonly Lane[];
  readonly top: number;
  readonly bottom: number;
}

/** What stands in the middle column, from top to bottom, and where it would stand best. */
interface Standing {
  readonly wish: number;
  readonly height: number;
  readonly bar: IovaBar | null;
  readonly row: UnitRow | null;
}

/**
 * Ranges beside their entries; what the IOMMU has no part in goes by above or below a range, whichever
 * is nearer, in the order of the list. Where nothing is translated there is neither.
 */
export function placeBars(rows: readonly UnitRow[], bars: readonly IovaBar[]): PlacedBars {
  if (bars.length === 0) return { bars: [], lanes: [], top: 0, bottom: 0 };
  const mapped = new Set(bars.flatMap(({ pieces }) => pieces.map(({ item }) => item)));
  const past = rows.filter(
    ({ unit }) => unit.output !== null && !unit.items.some((item) => mapped.has(item)),
  );
  const isThin = past.length > M.lane.most;
  const laneOf = (row: UnitRow): Standing => {
    const height = isThin ? M.lane.thin : M.lane.height;
    return { wish: (row.top + row.bottom - height) / 2, height, bar: null, row };
  };
  const standing: Standing[] = [];
  if (bars.length === 1) {
    const middle = middleOf(rows, mapped);
    standing.push(...past.filter((row) => rows.indexOf(row) < middle).map(laneOf));
    standing.push(...bars.map((bar) => barAt(bar, rows)));
    standing.push(...past.filter((row) => rows.indexOf(row) >= middle).map(laneOf));
  } else {
    standing.push(...bars.map((bar) => barAt(bar, rows)), ...past.map(laneOf));
    standing.sort((a, b) => a.wish + a.height / 2 - (b.wish + b.height / 2));
  }
  return stack(standing, isThin);
}

/** Rows before this one pass above: as many mapped rows are below it as above. */
function middleOf(rows: readonly UnitRow[], mapped: ReadonlySet<unknown>): number {
  const at = rows.flatMap(({ unit }, index) =>
    unit.items.some((item) => mapped.has(item)) ? unit.items.map(() => index) : [],
  );
  return at[Math.floor((at.length - 1) / 2)] ?? 0;
}

/** The bar's top for which its spans lie nearest to their entries. */
function barAt(bar: IovaBar, rows: readonly UnitRow[]): Standing {
  const own = new Map<unknown, BarPiece>(bar.pieces.map((piece) => [piece.item, piece]));
  let sum = 0;
  let count = 0;
  for (const { unit, entries } of rows) {
    unit.items.forEach((item, index) => {
      const piece = own.get(item);
      const entry = entries[index];
      if (!piece || !entry) return;
      sum += entry.y + entry.height / 2 - (piece.top + piece.height / 2);
      count++;
    });
  }
  return { wish: count === 0 ? 0 : sum / count, height: bar.height, bar, row: null };
}

/** One below the other, each where it wants to be if there is room; bars keep to their wish first. */
function stack(standing: readonly Standing[], isThin: boolean): PlacedBars {
  const tops = standing.map(({ wish }) => wish);
  const gap = (at: number) =>
    standing[at]?.bar && standing[at - 1]?.bar ? M.gap.range : isThin ? 4 : M.lane.gap;
  const anchor = standing.findIndex(({ bar }) => bar !== null);
  for (let at = anchor + 1; at < standing.length; at++) {
    const least = (tops[at - 1] ?? 0) + (standing[at - 1]?.height ?? 0) + gap(at);
    tops[at] = Math.max(tops[at] ?? 0, least);
  }
  for (let at = anchor - 1; at >= 0; at--) {
    const most = (tops[at + 1] ?? 0) - gap(at + 1) - (standing[at]?.height ?? 0);
    tops[at] = Math.min(tops[at] ?? 0, most);
  }
  const placed = standing.map((each, at) => ({ ...each, y: Math.round(tops[at] ?? 0) }));
  return {
    bars: placed.flatMap(({ bar, y }) => (bar ? [{ ...bar, y }] : [])),
    lanes: placed.flatMap(({ row, y, height }) => (row ? [{ row, y, height }] : [])),
    top: Math.min(...placed.map(({ y }) => y)),
    bottom: Math.max(...placed.map(({ y, height }) => y + height)),
  };
}
