import { type Problem, problemError } from '../../base/problem.ts';
import type { Machine } from '../../model/machine.ts';
import { applyChanges } from '../applyChanges.ts';
import { canApply } from '../canApply.ts';
import type { Change } from '../change.ts';
import { atStart } from '../wholeName.ts';

/** Changes that are made one after another, each where the one before left room. */
export interface Sequence {
  readonly changes: readonly Change[];
  /** What the first that could not be made ran into; `null` where all could. */
  readonly problem: Problem | null;
}

/**
 * Makes changes in turn as far as they go.
 *
 * @param next the next change of the machine as it is by then
 */
export function sequenceOf(
  machine: Machine,
  count: number,
  next: (machine: Machine, index: number) => Change | Problem,
): Sequence {
  const changes: Change[] = [];
  let now = machine;
  for (let index = 0; index < count; index++) {
    const change = next(now, index);
    if (!('kind' in change)) return { changes, problem: change };
    const problem = canApply(now, change);
    if (problem) return { changes, problem };
    changes.push(change);
    // What comes after the last is nobody's question here.
    if (index < count - 1) now = applyChanges(now, [change]);
  }
  return { changes, problem: null };
}

/** Why not all of several fit: how many do, and what stands in the way of more. */
export function roomFor(name: string, fits: number, problem: Problem): Problem {
  if (fits === 0) return problem;
  return problemError(`${atStart(name)} has room for ${fits} of them.`, {
    ...(problem.where !== null && { where: problem.where }),
    hint: problem.hint ?? problem.text,
  });
}
