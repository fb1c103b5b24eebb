import type { PairTable } from '../engine/analyze.ts';
import { OUTCOME } from '../engine/p2pdma/outcome.ts';

/** How many ordered pairs of different functions come to each outcome. */
export interface VerdictCounts {
  readonly direct: number;
  readonly viaHost: number;
  readonly refused: number;
  /** More than one outcome is open. */
  readonly unknown: number;
}

/** Counts the cells of a table, a function with itself left out. */
export function countVerdicts(table: PairTable): VerdictCounts {
  return count(table, null);
}

/**
 * What the pairs became whose outcome differs between two tables; `null` when the two are about
 * different functions.
 */
export function countChanges(before: PairTable, after: PairTable): VerdictCounts | null {
  const isSameList =
    before.functions.length === after.functions.length &&
    before.functions.every((id, place) => id === after.functions[place]);
  return isSameList ? count(after, before.possible) : null;
}

/** Sets of the three outcomes. */
const SETS = 8;

/** Tables of large machines have millions of cells: nothing is called for any of them. */
function count({ functions, possible }: PairTable, before: Uint8Array | null): VerdictCounts {
  const cells = new Uint32Array(SETS);
  const size = functions.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const cell = row * size + column;
      const bits = possible[cell] ?? 0;
      if (row !== column && before?.[cell] !== bits) cells[bits] = (cells[bits] ?? 0) + 1;
    }
  }
  const direct = cells[OUTCOME.BUS_ADDR] ?? 0;
  const viaHost = cells[OUTCOME.THRU_HOST_BRIDGE] ?? 0;
  const refused = cells[OUTCOME.NOT_SUPPORTED] ?? 0;
  const all = cells.reduce((sum, each) => sum + each, 0);
  return { direct, viaHost, refused, unknown: all - direct - viaHost - refused };
}
