import type { Analysis } from '../analyze.ts';
import { groupFlows, type PlannedFlow } from './plan/groupFlows.ts';
import { movesOf } from './plan/moves.ts';
import { type PlanContext, planContext } from './plan/planContext.ts';
import { streamsOf } from './plan/streamsOfFlow.ts';
import type { StreamPlan } from './streamPlan.ts';
import type { ThroughputOptions } from './throughputOptions.ts';

/** The workload of a machine as streams, and what their numbers mean. */
export interface Plans {
  readonly context: PlanContext;
  /** Flows of the document, then those that groups consist of. */
  readonly flows: readonly PlannedFlow[];
  /** Flow by flow. */
  readonly streams: readonly StreamPlan[];
}

/**
 * What moves which bytes which way for every flow and group of the machine, by the walks that the
 * verdicts show, before anybody asks how fast.
 */
export function planStreams(machine: Analysis, options: ThroughputOptions): Plans {
  const context = planContext(machine, options);
  const { topology } = context.analysis;
  const { flows, groups } = topology.machine.workload;
  const planned = [
    ...flows.map((flow) => ({ flow, group: null, moves: movesOf(topology, flow) })),
    ...groups.flatMap((group) => groupFlows(topology, group)),
  ];
  const streams: StreamPlan[] = [];
  for (const { flow, moves } of planned) {
    const firstChain = (streams.at(-1)?.chain ?? -1) + 1;
    streams.push(...streamsOf(context, flow, moves, firstChain));
  }
  return { context, flows: planned, streams };
}
