import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { PairLook } from './pairLook.ts';

/** How a way is drawn: by its verdict, or as one about which nothing valid is known just now. */
export type PathLook = VerdictKind | 'stale';

export function pathLook(look: Extract<PairLook, { kind: 'both' }>): PathLook {
  return look.isStale || look.verdict === 'pending' ? 'stale' : look.verdict;
}
