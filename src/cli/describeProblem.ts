import type { Problem } from '../base/problem.ts';

/** A problem on one line: `line 17: error: … Hint.` */
export function describeProblem(problem: Problem): string {
  // A place that begins with the line, as a sketch's problems have, says both.
  const isWhole = problem.where?.startsWith(`${problem.line}:`) ?? false;
  const place = [
    problem.line === null ? null : `line ${isWhole ? problem.where : problem.line}`,
    isWhole ? null : problem.where,
    problem.severity,
  ].filter((part) => part !== null);
  const hint = problem.hint === null ? '' : ` ${problem.hint}`;
  return `${place.join(': ')}: ${problem.text}${hint}`;
}
