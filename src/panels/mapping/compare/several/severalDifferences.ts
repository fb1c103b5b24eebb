import type { MappingReport } from '../../../../engine/mapping/mappingReport.ts';
import { answersOf } from '../compareReports.ts';

/** A question that is answered in more than one way, and its answers in the order of the panels. */
export interface SeveralRow {
  readonly what: string;
  readonly words: readonly string[];
}

export interface SeveralDifferences {
  /** `5, 3 and 1 outputs.` and what else differs, in a sentence each. */
  readonly summary: string;
  readonly rows: readonly SeveralRow[];
  /** What is the same in all. */
  readonly same: readonly SeveralRow[];
}

/** What differs among several answers, question by question. */
export function severalDifferences(reports: readonly MappingReport[]): SeveralDifferences {
  const answers = reports.map(answersOf);
  const all = (answers[0] ?? []).map(({ what }, at) => ({
    what,
    words: answers.map((each) => each[at]?.words ?? ''),
  }));
  const isSame = ({ words }: SeveralRow) => words.every((word) => word === words[0]);
  const rows = all.filter((row) => !isSame(row));
  return { summary: summaryOf(reports, rows), rows, same: all.filter(isSame) };
}

function summaryOf(reports: readonly MappingReport[], rows: readonly SeveralRow[]): string {
  if (rows.length === 0) return 'Nothing differs.';
  const counts = reports.map(({ mapping }) =>
    mapping.errno === 0 ? String(mapping.outputs.length) : 'none',
  );
  const outputs = new Set(counts).size === 1 ? `${counts[0]} of each` : inWords(counts);
  const others = rows.filter(({ what }) => what !== 'What comes back');
  const named = inWords(others.map(({ what }) => inside(what)));
  const more = others.length === 0 ? '' : ` Also different: ${named}.`;
  return `Outputs: ${outputs}.${more}`;
}

/** A heading as it is written within a sentence: `who maps`, but `IOVA range`. */
export function inside(what: string): string {
  return /^[A-Z]{2}/.test(what) ? what : what.slice(0, 1).toLowerCase() + what.slice(1);
}

function inWords(words: readonly string[]): string {
  const [last = ''] = words.slice(-1);
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
