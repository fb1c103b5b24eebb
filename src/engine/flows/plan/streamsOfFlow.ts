import type { Flow } from '../../../model/workload.ts';
import type { StreamPlan } from '../streamPlan.ts';
import { cpuWays } from './cpuWays.ts';
import { type Found, refusedFor } from './found.ts';
import { listWays } from './listWays.ts';
import { memoryWays } from './memoryWays.ts';
import type { Move } from './moves.ts';
import { peerWays } from './peerWays.ts';
import type { PlanContext } from './planContext.ts';

/** The moves of a flow with their ways; `chain` numbers on from `firstChain`. */
export function streamsOf(
  context: PlanContext,
  flow: Pick<Flow, 'id' | 'sizeBytes' | 'queueDepth' | 'rateBytesPerSecond'>,
  moves: readonly Move[],
  firstChain: number,
): readonly StreamPlan[] {
  return moves.map((move, index): StreamPlan => {
    const { from, to, operation, requester, cpu, target } = move;
    const found = foundFor(context, move);
    return {
      flow: flow.id,
      index,
      from,
      to,
      operation,
      requester,
      cpu,
      completer: target.kind === 'function' ? target.id : null,
      chain: firstChain + move.chain,
      sizeBytes: flow.sizeBytes,
      queueDepth: flow.queueDepth,
      rateBytesPerSecond: flow.rateBytesPerSecond,
      ...found,
      remarks: [...move.remarks, ...found.remarks],
    };
  });
}

function foundFor(context: PlanContext, move: Move): Found {
  const { requester, target, operation, cpu, refusal } = move;
  if (refusal !== null) return refusedFor(refusal);
  const { indexOf } = context.analysis.topology;
  const missing = [requester, target.kind === 'function' ? target.id : null].find(
    (id) => id !== null && !indexOf.has(id),
  );
  if (missing != null) return refusedFor(`${missing} is not in the machine.`);
  if (cpu) {
    return target.kind === 'function'
      ? cpuWays(context, target.id, operation, cpu)
      : refusedFor('A processor’s accesses to host memory cross no PCI Express.');
  }
  if (requester === null) return refusedFor('Nobody moves it.');
  switch (target.kind) {
    case 'function':
      return peerWays(context, requester, target.id, operation);
    case 'memory':
      return memoryWays(context, requester, operation, target.socket);
    case 'scatterlist':
      return listWays(context, requester, target.id, operation);
  }
}
