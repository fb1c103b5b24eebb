import type { Problem, Treatment } from '../../base/problem.ts';
import type { Assumption } from '../../engine/report.ts';

/** One row of the report. */
export interface Remark {
  readonly line: number | null;
  /** Names of the parts concerned: of all of which the same is to be said. */
  readonly where: readonly string[];
  readonly text: string;
  readonly hint: string | null;
  readonly severity: Problem['severity'];
}

/** What reading came to, by what became of each place, and what is worth a look. */
export type SortedRemarks = Readonly<Record<Treatment | 'look', readonly Remark[]>>;

/**
 * Sorts what the reader remarked and what the engine takes for granted. Remarks of the reader that
 * say nothing of their own making, only what is missing or odd, are worth a look; what several say is
 * told once. What the checks find on the machine has a panel of its own.
 */
export function sortRemarks(
  problems: readonly Problem[],
  assumed: readonly Assumption[],
): SortedRemarks {
  const of = (treatment: Treatment) =>
    problems.filter((problem) => problem.treatment === treatment).map(remarkOf);
  const told = new Set<Problem['treatment']>(['understood', 'guessed', 'ignored']);
  const doubts = problems.filter(({ treatment }) => !told.has(treatment));
  return {
    understood: of('understood'),
    guessed: [...of('guessed'), ...assumed.map(assumedRemark)],
    ignored: of('ignored'),
    look: together(doubts.map(remarkOf)),
  };
}

function remarkOf({ line, where, text, hint, severity }: Problem): Remark {
  return { line, where: where === null ? [] : [where], text, hint, severity };
}

function assumedRemark({ text }: Assumption): Remark {
  const sentence = `Taken for granted: ${text}.`;
  return { line: null, where: [], text: sentence, hint: null, severity: 'note' };
}

/** The same said of several parts becomes one row. Rows with a line of their own stay apart. */
function together(remarks: readonly Remark[]): readonly Remark[] {
  const rows = new Map<string, Remark>();
  for (const remark of remarks) {
    const { line, where, text } = remark;
    const key = `${line} ${text}`;
    const row = rows.get(key);
    const more = where.filter((name) => row?.where.includes(name) === false);
    rows.set(key, row ? { ...row, where: [...row.where, ...more] } : remark);
  }
  return [...rows.values()];
}
