import type { Era } from './eras.ts';
import { countOf, countText } from './evidenceCount.ts';
// What the golden tests counted, by id of `rules.ts`. Apart from that of the eras, which the page needs at
// its first sight.
import COUNTS from './ruleEvidence.json' with { type: 'json' };

/** How a rule is known, as its row says it. */
export interface KnownRule {
  readonly id: string;
  readonly known: Era['evidence'] | 'specification' | 'measured';
}

const READ: Readonly<Record<KnownRule['known'], string>> = {
  'running-kernels': 'seen on running kernels',
  source: 'read in source',
  lists: 'read on lists',
  specification: 'read in the specification',
  measured: 'held against public measurements',
};

/** "confirmed by running kernels: 1,034 cases, 210,000 checks"; or where it was read. */
export function ruleEvidenceText({ id, known }: KnownRule): string {
  const count = countOf(COUNTS, id);
  if (known !== 'running-kernels' || count === null) return READ[known];
  return `confirmed by running kernels: ${countText(count)}`;
}
