import type { Problem } from '../../base/problem.ts';
import type { Mend } from '../../build/change.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { CheckId } from './checkWords.ts';

export type CheckedPart = FunctionId | HostBridgeId | SocketId | SlotId;

/** What a rule found on a machine. It warns and never blocks. */
export interface Check extends Problem {
  /** The rule: stable, for filters and scripts. */
  readonly id: CheckId;
  /** What it is about, the part to look at first; `where` is the first of them. */
  readonly parts: readonly CheckedPart[];
  /** Why it matters, in a sentence. */
  readonly why: string;
  /** Each of them, made and settled, ends the finding. */
  readonly mends: readonly Mend[];
}

/** A finding as its rule tells it; which rule that is and why it matters is added to all alike. */
export interface Finding {
  readonly severity: Problem['severity'];
  readonly text: string;
  readonly hint?: string;
  readonly parts: readonly CheckedPart[];
  readonly mends?: readonly Mend[];
}
