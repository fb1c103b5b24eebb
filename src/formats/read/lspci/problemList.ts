import { type Problem, problemNote } from '../../../base/problem.ts';

/** More than anybody reads; what a damaged or hostile paste can produce has no bound. */
const LISTED = 200;

/** Problems in the order of lines, cut off where nobody reads on. */
export function settleProblems(problems: readonly Problem[]): readonly Problem[] {
  const ordered = problems
    .map((problem, index) => ({ problem, index }))
    .sort(
      (a, b) =>
        (a.problem.line ?? Number.MAX_SAFE_INTEGER) - (b.problem.line ?? Number.MAX_SAFE_INTEGER) ||
        a.index - b.index,
    )
    .map(({ problem }) => problem);
  if (ordered.length <= LISTED) return ordered;
  const left = ordered.length - LISTED;
  return [...ordered.slice(0, LISTED), problemNote(`${left} more problems are not listed.`)];
}
