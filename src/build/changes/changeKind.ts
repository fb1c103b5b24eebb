import type { Problem } from '../../base/problem.ts';
import type { Machine } from '../../model/machine.ts';
import type { Change } from '../change.ts';

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** What a kind of change needs and does. */
export interface ChangeKind<Kind extends Change['kind']> {
  /** Why it cannot be done; `null` when it can. */
  readonly refuse: (machine: Machine, change: ChangeOf<Kind>) => Problem | null;
  /** Does it; what `refuse` complains of is the caller's mistake and may throw. */
  readonly apply: (machine: Machine, change: ChangeOf<Kind>) => Machine;
}
