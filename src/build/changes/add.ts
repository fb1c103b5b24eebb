import { added, additionOf } from './addition.ts';
import type { ChangeKind } from './changeKind.ts';
import { isProblem } from './isProblem.ts';

/**
 * Puts a part of the catalogue in: below a free port, on a port that a switch or host bridge gets
 * for it, or on a root bus. Without a label it is called by its kind and the next free number.
 */
export const add: ChangeKind<'add'> = {
  refuse: (machine, { part, to }) => {
    const plan = additionOf(machine, part, to);
    return isProblem(plan) ? plan : null;
  },
  apply: (machine, { part, to, label }) => {
    const plan = additionOf(machine, part, to);
    if (isProblem(plan)) throw new RangeError(plan.text);
    return added(machine, plan, label).machine;
  },
};
