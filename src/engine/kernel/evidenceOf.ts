import type { Era } from './eras.ts';
import counted from './evidence.json' with { type: 'json' };

/** How often something was compared with what a running kernel decided, without a difference. */
export interface EvidenceCount {
  readonly cases: number;
  readonly checks: number;
}

/** How a row of the table is known. */
export interface EraEvidence {
  /** "confirmed by running 6.12.117: 268 cases, 210,000 checks", "read in the source of 6.0.19". */
  readonly text: string;
  /** The same in a word or two: "268 cases run", "from source", "from lists". */
  readonly short: string;
  /** What the test run counted; `null` where no kernel of the row was run, or nothing counted yet. */
  readonly count: EvidenceCount | null;
}

/** The counts that the golden tests wrote, for eras by id and for rules (`rules.ts`) by id. */
const COUNTS: {
  readonly eras: Readonly<Record<string, EvidenceCount>>;
  readonly rules: Readonly<Record<string, EvidenceCount>>;
} = counted;

/** How this row is known, in words. */
export function evidenceOf({ id, evidence, seen }: Era): EraEvidence {
  if (evidence === 'running-kernels') {
    const count = countOf(COUNTS.eras, id);
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

/** How a rule is known, as its row says it. */
export interface KnownRule {
  readonly id: string;
  readonly known: Era['evidence'] | 'specification';
}

const READ: Readonly<Record<KnownRule['known'], string>> = {
  'running-kernels': 'seen on running kernels',
  source: 'read in source',
  lists: 'read on lists',
  specification: 'read in the specification',
};

/** "confirmed by running kernels: 1,034 cases, 210,000 checks"; or where it was read. */
export function ruleEvidenceText({ id, known }: KnownRule): string {
  const count = countOf(COUNTS.rules, id);
  if (known !== 'running-kernels' || count === null) return READ[known];
  return `confirmed by running kernels: ${countText(count)}`;
}

/** "268 cases, 210,000 checks" */
export function countText({ cases, checks }: EvidenceCount): string {
  return `${casesText(cases)}, ${grouped(checks)} ${checks === 1 ? 'check' : 'checks'}`;
}

const casesText = (cases: number) => `${grouped(cases)} ${cases === 1 ? 'case' : 'cases'}`;

const grouped = (count: number) => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

function countOf(
  counts: Readonly<Record<string, EvidenceCount>>,
  id: string,
): EvidenceCount | null {
  return Object.hasOwn(counts, id) ? (counts[id] ?? null) : null;
}
