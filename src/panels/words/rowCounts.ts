import type { FunctionId } from '../../model/ids.ts';
import {
  formatCount,
  kindOfBits,
  VERDICT_KINDS,
  type VerdictCounts,
  type VerdictKind,
} from '../../parts/verdictWords.ts';
import type { Results } from '../../store/answers.ts';

type Judged = Pick<Results, 'table' | 'placeOf'>;

/**
 * The verdict on one pair as the table has it; `null` when one of the two is not listed, or both
 * are the same.
 */
export function tableVerdict(
  { table, placeOf }: Judged,
  provider: FunctionId,
  client: FunctionId,
): VerdictKind | null {
  const row = placeOf.get(provider);
  const column = placeOf.get(client);
  if (row === undefined || column === undefined || row === column) return null;
  const bits = table.possible[row * table.functions.length + column];
  return bits === undefined ? null : kindOfBits(bits);
}

/** How one function fares with all others; `null` when the table does not list it. */
export function rowCounts(
  { table, placeOf }: Judged,
  id: FunctionId,
  as: 'provider' | 'client',
): VerdictCounts | null {
  const place = placeOf.get(id);
  if (place === undefined) return null;
  const size = table.functions.length;
  const counts = { BUS_ADDR: 0, THRU_HOST_BRIDGE: 0, NOT_SUPPORTED: 0, unknown: 0 };
  for (let other = 0; other < size; other++) {
    if (other === place) continue;
    const cell = as === 'provider' ? place * size + other : other * size + place;
    counts[kindOfBits(table.possible[cell] ?? 0)]++;
  }
  return counts;
}

/** Behind a count, where room is short. */
export const SHORT_VERDICTS: Readonly<Record<VerdictKind, string>> = {
  BUS_ADDR: 'direct',
  THRU_HOST_BRIDGE: 'via host',
  NOT_SUPPORTED: 'refused',
  unknown: 'unknown',
};

/** "3 direct, 2 via host, 4 refused"; unknown ones only where there are some. */
export function rowCountsSentence(counts: VerdictCounts): string {
  return VERDICT_KINDS.filter((kind) => kind !== 'unknown' || counts.unknown > 0)
    .map((kind) => `${formatCount(counts[kind])} ${SHORT_VERDICTS[kind]}`)
    .join(', ');
}
