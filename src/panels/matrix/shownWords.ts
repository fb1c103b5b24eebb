import { formatCount, type VerdictCounts } from '../../parts/verdictWords.ts';
import { countAll } from './summarise.ts';

/**
 * "132 of 600 pairs shown:", before counts that are not of all pairs: what is announced is. `null`
 * where all are shown.
 */
export function shownWords(shown: VerdictCounts, total: VerdictCounts): string | null {
  const [some, all] = [countAll(shown), countAll(total)];
  if (some === all) return null;
  return `${formatCount(some)} of ${formatCount(all)} ${all === 1 ? 'pair' : 'pairs'} shown:`;
}
