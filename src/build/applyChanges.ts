import type { Machine } from '../model/machine.ts';
import type { ApplyChanges, Change } from './change.ts';
import { CHANGE_KINDS } from './changes/changeKinds.ts';

/**
 * Makes the changes in turn. Only the structure: numbers and addresses are for `settle()`. Throws
 * on what `canApply()` refuses, locks apart: those are for who asks before.
 */
export const applyChanges: ApplyChanges = (machine, changes) =>
  changes.reduce<Machine>(applyChange, machine);

function applyChange(machine: Machine, change: Change): Machine {
  return CHANGE_KINDS[change.kind].apply(machine, change as never);
}
