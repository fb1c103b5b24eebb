import type { PairTable } from '../engine/analyze.ts';
import { OUTCOME } from '../engine/p2pdma/calcMapTypeAndDist.ts';

/** How many ordered pairs of different functions come to each outcome. */
export interface VerdictCounts {
  readonly direct: number;
  readonly viaHost: number;
  readonly refused: number;
  /** More than one outcome is open. */
  readonly unknown: number;
}

type Outcome = keyof VerdictCounts;

function outcomeOf(bits: number): Outcome {
  switch (bits) {
    case OUTCOME.BUS_ADDR:
      return 'direct';
    case OUTCOME.THRU_HOST_BRIDGE:
      return 'viaHost';
    case OUTCOME.NOT_SUPPORTED:
      return 'refused';
    default:
      return 'unknown';
  }
}

/** Counts the cells of a table, a function with itself left out. */
export function countVerdicts({ functions, possible }: PairTable): VerdictCounts {
  return count(possible, functions.length, () => true);
}

/**
 * What the pairs became whose outcome differs between two tables; `null` when the two are about
 * different functions.
 */
export function countChanges(before: PairTable, after: PairTable): VerdictCounts | null {
  const isSameList =
    before.functions.length === after.functions.length &&
    before.functions.every((id, place) => id === after.functions[place]);
  if (!isSameList) return null;
  return count(
    after.possible,
    after.functions.length,
    (cell) => before.possible[cell] !== after.possible[cell],
  );
}

function count(
  possible: Uint8Array,
  size: number,
  isWanted: (cell: number) => boolean,
): VerdictCounts {
  const counts = { direct: 0, viaHost: 0, refused: 0, unknown: 0 };
  for (let cell = 0; cell < possible.length; cell++) {
    const isSelf = cell % (size + 1) === 0;
    if (!isSelf && isWanted(cell)) counts[outcomeOf(possible[cell] ?? 0)]++;
  }
  return counts;
}
