import type { Problem } from '../../base/problem.ts';
import type { Check } from './check.ts';
import type { CheckId } from './checkWords.ts';

/** Rules about what numbering and placing tell as well, at the moment when a drawing is read. */
const SETTLING: ReadonlySet<CheckId> = new Set([
  'same-address',
  'fixed-address',
  'no-number',
  'bus-numbers',
  'no-room',
  'odd-bar',
  'hidden-parents',
]);

/**
 * Did reading tell something that the checks say of the same part, with a mend? Then it is told there.
 * What has a line of its own is about the text, and stays.
 */
export function isToldByChecks(problem: Problem, checks: readonly Check[]): boolean {
  const { line, where } = problem;
  if (line !== null || where === null) return false;
  return checks.some(({ id, parts }) => SETTLING.has(id) && parts.some((part) => part === where));
}
