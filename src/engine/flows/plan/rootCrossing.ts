import type { FunctionId, SocketId } from '../../../model/ids.ts';
import { functionAt } from '../../pci/topology.ts';
import type { PlanContext } from './planContext.ts';
import type { Step } from './stepsOf.ts';

/** A packet inside the root complex: where it comes in and where it leaves. */
export interface RootCrossing {
  /** The functions of root buses; `null`: host memory, a processor. */
  readonly from: FunctionId | null;
  readonly to: FunctionId | null;
  /** Of host memory or the processor: which socket's; `null`: the nearest. */
  readonly socket: SocketId | null;
  /** From one socket to another, as far as that is known. */
  readonly changesSocket: boolean;
}

/** Of ends that are no functions: of memory, of a processor. `null`: the nearest. */
export interface RootEnds {
  readonly socket: SocketId | null;
}

/** What lies on both sides of the root complex at that step. */
export function rootCrossing(
  { analysis, hosts }: PlanContext,
  steps: readonly Step[],
  index: number,
  { socket }: RootEnds,
): RootCrossing {
  const functionOf = (step: Step | undefined) =>
    step?.kind === 'function' ? functionAt(analysis.topology, step.at).id : null;
  const from = functionOf(steps[index - 1]);
  const to = functionOf(steps[index + 1]);
  const socketOf = (id: FunctionId | null) =>
    id === null ? socket : (hosts.at(id)?.socket ?? null);
  const [before, after] = [socketOf(from), socketOf(to)];
  const changesSocket = before !== null && after !== null && before !== after;
  return { from, to, socket, changesSocket };
}
