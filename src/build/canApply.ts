import type { Problem } from '../base/problem.ts';
import type { Machine } from '../model/machine.ts';
import type { Change } from './change.ts';
import { CHANGE_KINDS } from './changes/changeKinds.ts';
import { lockRefusal } from './changes/lockRefusal.ts';

/** Why that change cannot be made on this machine, with what to do instead; `null` when it can. */
export function canApply(machine: Machine, change: Change): Problem | null {
  return lockRefusal(machine, change) ?? CHANGE_KINDS[change.kind].refuse(machine, change as never);
}
