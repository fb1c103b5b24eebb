import type { Problem } from '../../base/problem.ts';

const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

export interface SortedProblems {
  readonly shown: readonly Problem[];
  readonly folded: readonly Problem[];
}

const MOST_SHOWN = 3;
const MOST_NOTES = 2;

/**
 * Errors, then warnings, then notes, each in the order in which the reader met them. The first few
 * doubts are shown; notes only when they are few and there is nothing graver.
 */
export function byWeight(problems: readonly Problem[]): SortedProblems {
  const sorted = problems.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const doubts = sorted.filter(({ severity }) => severity !== 'note').length;
  const few = sorted.length <= MOST_NOTES ? sorted.length : 0;
  const shown = doubts > 0 ? Math.min(doubts, MOST_SHOWN) : few;
  return { shown: sorted.slice(0, shown), folded: sorted.slice(shown) };
}

/** "1 error, 2 notes" */
export function remarksSentence(problems: readonly Problem[]): string {
  return (['error', 'warning', 'note'] as const)
    .flatMap((severity) => {
      const count = problems.filter((problem) => problem.severity === severity).length;
      return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
    })
    .join(', ');
}
