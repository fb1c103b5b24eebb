import type { Flow, FlowEnd, FlowEngine } from '../../../model/workload.ts';

/** A flow while its properties are chosen: either end may still be open. */
export interface FlowDraft {
  readonly from: FlowEnd | null;
  readonly to: FlowEnd | null;
  readonly operation: Flow['operation'];
  readonly by: FlowEngine | null;
  readonly bothWays: boolean;
  readonly sizeBytes: number | null;
  readonly queueDepth: number | null;
  readonly rateBytesPerSecond: number | null;
}

export const EMPTY_FLOW: FlowDraft = {
  from: null,
  to: null,
  operation: 'write',
  by: null,
  bothWays: false,
  sizeBytes: null,
  queueDepth: null,
  rateBytesPerSecond: null,
};

/** Only devices and processors send requests; memory and lists are sent to. */
const canAsk = (end: FlowEnd | null): boolean => end === null || end.kind === 'function';

/**
 * A draft with something changed, and what follows from it: whoever moves the data has to be somebody
 * who can. From host memory a device reads; a third device copies; memory to memory needs a third.
 */
export function changedDraft(draft: FlowDraft, change: Partial<FlowDraft>): FlowDraft {
  const next = { ...draft, ...change };
  if (change.by !== undefined) return withEngine(next);
  if (change.operation !== undefined) {
    const by = change.operation === 'copy' || next.by?.kind !== 'function' ? next.by : null;
    return { ...next, by };
  }
  if (next.by === null && next.operation === 'write' && !canAsk(next.from) && canAsk(next.to)) {
    return { ...next, operation: 'read' };
  }
  if (next.by === null && next.operation === 'read' && !canAsk(next.to) && canAsk(next.from)) {
    return { ...next, operation: 'write' };
  }
  return next;
}

/** A device in between copies, since it must fetch and store; without anybody the ends do it. */
function withEngine(draft: FlowDraft): FlowDraft {
  if (draft.by?.kind === 'function') return { ...draft, operation: 'copy' };
  if (draft.by === null && draft.operation === 'copy') {
    return { ...draft, operation: canAsk(draft.from) ? 'write' : 'read' };
  }
  return draft;
}

/** Why such a flow cannot be, which field it is about, and what would do; `null`: it can. */
export function draftProblem(draft: FlowDraft): string | null {
  const { from, to, operation, by } = draft;
  if (from === null) return 'From: choose where the data come from.';
  if (to === null) return 'To: choose where the data go.';
  if (isSameEnd(from, to)) return 'To: a flow has two ends; choose another one than “From”.';
  if (by !== null) return null;
  if (operation === 'copy') return 'By: a copy is made by a third; choose a device or a processor.';
  if (!canAsk(from) && !canAsk(to)) {
    return 'By: memory moves nothing by itself; choose a device or a processor that copies.';
  }
  if (operation === 'write' && !canAsk(from)) {
    return 'Operation: memory cannot write; let the device at “To” read it.';
  }
  if (operation === 'read' && !canAsk(to)) {
    return 'Operation: memory cannot read; let the device at “From” write to it.';
  }
  return null;
}

export function isSameEnd(a: FlowEnd, b: FlowEnd): boolean {
  if (a.kind === 'memory') return b.kind === 'memory' && a.socket === b.socket;
  return b.kind !== 'memory' && a.kind === b.kind && a.id === b.id;
}
