import type { Problem } from '../base/problem.ts';

/** A problem on one line: `line 17: error: … Hint.` */
export function describeProblem(problem: Problem): string {
  const place = [
    problem.line === null ? null : `line ${problem.line}`,
    problem.where,
    problem.severity,
  ].filter((part) => part !== null);
  const hint = problem.hint === null ? '' : ` ${problem.hint}`;
  return `${place.join(': ')}: ${problem.text}${hint}`;
}
