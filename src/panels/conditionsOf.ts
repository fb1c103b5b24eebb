import { type Conditions, NO_REQUEST, resolveConditions } from '../engine/kernel/conditions.ts';
import type { Machine } from '../model/machine.ts';

const known = new WeakMap<Machine, Conditions>();

/** Under what this very document is judged; what the engine answered last may be about an older one. */
export function conditionsOf(machine: Machine): Conditions {
  let conditions = known.get(machine);
  if (conditions === undefined) {
    conditions = resolveConditions(machine, NO_REQUEST);
    known.set(machine, conditions);
  }
  return conditions;
}
