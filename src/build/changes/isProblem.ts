import type { Problem } from '../../base/problem.ts';

/** Is it a reason why something cannot be, and not the way it can? */
export function isProblem(value: object): value is Problem {
  return 'severity' in value;
}
