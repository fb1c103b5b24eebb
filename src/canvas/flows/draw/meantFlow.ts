import type { Machine } from '../../../model/machine.ts';
import type { Flow, FlowEnd } from '../../../model/workload.ts';
import { endWords } from './flowEnds.ts';

/** What a line from one end to another would be: a flow, or why it is none. */
export type MeantFlow =
  | {
      readonly kind: 'flow';
      readonly flow: Pick<Flow, 'from' | 'to' | 'operation'>;
      /** `gpu0 writes to gpu1`. */
      readonly words: string;
    }
  | { readonly kind: 'none'; readonly why: string };

/**
 * The device at which the line begins sends the requests; where it begins in memory, the one at its other
 * end does. Data go along the line, or with `isBack` against it.
 */
export function meantFlow(
  machine: Machine,
  begin: FlowEnd,
  end: FlowEnd,
  isBack: boolean,
): MeantFlow {
  if (isSameEnd(begin, end)) {
    return { kind: 'none', why: 'A flow needs two ends: this is where it begins.' };
  }
  const isFromMemory = begin.kind !== 'function';
  if (isFromMemory && end.kind !== 'function') {
    return { kind: 'none', why: 'One end has to be a device, which moves the data.' };
  }
  const [device, other] = isFromMemory ? [end, begin] : [begin, end];
  const isRead = isFromMemory !== isBack;
  const [who, what] = [endWords(machine, device), endWords(machine, other)];
  return isRead
    ? {
        kind: 'flow',
        flow: { from: other, to: device, operation: 'read' },
        words: `${who} reads from ${what}`,
      }
    : {
        kind: 'flow',
        flow: { from: device, to: other, operation: 'write' },
        words: `${who} writes to ${what}`,
      };
}

export function isSameEnd(a: FlowEnd, b: FlowEnd): boolean {
  if (a.kind === 'memory' || b.kind === 'memory') {
    return a.kind === 'memory' && b.kind === 'memory' && a.socket === b.socket;
  }
  return a.kind === b.kind && a.id === b.id;
}
