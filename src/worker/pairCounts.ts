import type { PairTable } from '../engine/analyze.ts';
import { OUTCOME } from '../engine/p2pdma/outcome.ts';
import type { PairCounts } from './protocol.ts';

/** What of a table is counted: its distances are not. */
export type Outcomes = Pick<PairTable, 'functions' | 'possible'>;

/** Counts the cells of a table, a function with itself left out. */
export function countVerdicts({ functions, possible }: Outcomes): PairCounts {
  const cells = new Uint32Array(SETS);
  const size = functions.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row !== column) add(cells, possible[row * size + column]);
    }
  }
  return countsOf(cells);
}

/** How the pairs of two tables differ. */
export interface PairChanges {
  /** Pairs of functions that are in both, by what they become, where that differs. */
  readonly became: PairCounts;
  /** The same pairs by what they were. */
  readonly were: PairCounts;
  /** Pairs with functions that the first does not have. */
  readonly added: PairCounts;
  /** How many pairs of the first are not in the second. */
  readonly lost: number;
}

/** Compares two tables, function by function. */
export function comparePairs(before: Outcomes, after: Outcomes): PairChanges {
  const was = new Map(before.functions.map((id, place) => [id, place]));
  // Where each function was in the table before; -1: nowhere.
  const places = Int32Array.from(after.functions, (id) => was.get(id) ?? -1);
  const became = new Uint32Array(SETS);
  const were = new Uint32Array(SETS);
  const added = new Uint32Array(SETS);
  const size = places.length;
  const sizeBefore = before.functions.length;
  let stay = 0;
  for (let row = 0; row < size; row++) {
    const oldRow = places[row] ?? -1;
    if (oldRow >= 0) stay++;
    for (let column = 0; column < size; column++) {
      if (row === column) continue;
      const bits = after.possible[row * size + column];
      const oldColumn = places[column] ?? -1;
      if (oldRow < 0 || oldColumn < 0) {
        add(added, bits);
        continue;
      }
      const oldBits = before.possible[oldRow * sizeBefore + oldColumn];
      if (bits === oldBits) continue;
      add(became, bits);
      add(were, oldBits);
    }
  }
  return {
    became: countsOf(became),
    were: countsOf(were),
    added: countsOf(added),
    lost: pairsOf(sizeBefore) - pairsOf(stay),
  };
}

/** Sets of the three outcomes. */
const SETS = 8;

/** Tables of large machines have millions of cells: nothing but this is called for any of them. */
function add(cells: Uint32Array, bits = 0): void {
  cells[bits] = (cells[bits] ?? 0) + 1;
}

const pairsOf = (functions: number): number => functions * (functions - 1);

function countsOf(cells: Uint32Array): PairCounts {
  const direct = cells[OUTCOME.BUS_ADDR] ?? 0;
  const viaHost = cells[OUTCOME.THRU_HOST_BRIDGE] ?? 0;
  const refused = cells[OUTCOME.NOT_SUPPORTED] ?? 0;
  const all = cells.reduce((sum, each) => sum + each, 0);
  return { direct, viaHost, refused, unknown: all - direct - viaHost - refused };
}
