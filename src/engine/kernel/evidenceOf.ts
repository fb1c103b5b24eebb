import type { Era } from './eras.ts';
// What the golden tests counted, by id of the row.
import COUNTS from './evidence.json' with { type: 'json' };
import { casesText, countOf, countText, type EvidenceCount } from './evidenceCount.ts';

/** How a row of the table is known. */
export interface EraEvidence {
  /** "confirmed by running 6.12.117: 268 cases, 210,000 checks", "read in the source of 6.0.19". */
  readonly text: string;
  /** The same in a word or two: "268 cases run", "from source", "from lists". */
  readonly short: string;
  /** What the test run counted; `null` where no kernel of the row was run, or nothing counted yet. */
  readonly count: EvidenceCount | null;
}

/** How this row is known, in words. */
export function evidenceOf({ id, evidence, seen }: Era): EraEvidence {
  if (evidence === 'running-kernels') {
    const count = countOf(COUNTS, id);
    const ran = `confirmed by running ${seen ?? 'it'}`;
    if (count === null) return { text: ran, short: 'run', count };
    return { text: `${ran}: ${countText(count)}`, short: `${casesText(count.cases)} run`, count };
  }
  if (evidence === 'source') {
    const text = seen === null ? 'read in source' : `read in the source of ${seen}`;
    return { text, short: 'from source', count: null };
  }
  return { text: 'read on mailing lists and in release notes', short: 'from lists', count: null };
}
