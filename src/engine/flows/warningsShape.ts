import type { FlowId, FunctionId } from '../../model/ids.ts';
import type { LimitContext } from './limits/limitContext.ts';
import type { StreamPlan, StreamSizes } from './streamPlan.ts';
import type { ThroughputWarning } from './throughputReport.ts';

/** A planned stream with the sizes that it goes by. */
export interface SizedStream {
  readonly plan: StreamPlan;
  readonly sizes: StreamSizes;
}

export type WarningRule = (
  context: LimitContext,
  streams: readonly SizedStream[],
) => readonly ThroughputWarning[];

/** Flows of these streams, each once. */
export function flowsOf(streams: readonly SizedStream[]): readonly FlowId[] {
  return [...new Set(streams.map(({ plan }) => plan.flow))];
}

/** The functions of root buses by which a stream's requests enter and leave the root complex. */
export function rootPortsOf(
  { links, analysis }: LimitContext,
  { plan }: SizedStream,
): { readonly up: readonly FunctionId[]; readonly down: readonly FunctionId[] } {
  const { functions, indexOf } = analysis.topology;
  const found = { up: new Set<FunctionId>(), down: new Set<FunctionId>() };
  for (const { request } of plan.ways) {
    for (const stage of request) {
      const upper = stage.kind === 'link' ? links[stage.link]?.upper : undefined;
      if (stage.kind !== 'link' || upper === undefined) continue;
      if (functions[indexOf.get(upper) ?? -1]?.type === 'root-port') {
        found[stage.direction].add(upper);
      }
    }
  }
  return { up: [...found.up], down: [...found.down] };
}

/** Streams by a key; those without one are left out. */
export function groupedBy<T>(
  streams: readonly SizedStream[],
  keysOf: (stream: SizedStream) => readonly T[],
): ReadonlyMap<T, readonly SizedStream[]> {
  const groups = new Map<T, SizedStream[]>();
  for (const stream of streams) {
    for (const key of new Set(keysOf(stream))) {
      const group = groups.get(key);
      if (group) group.push(stream);
      else groups.set(key, [stream]);
    }
  }
  return groups;
}

export const requestersOf = (streams: readonly SizedStream[]): ReadonlySet<FunctionId> =>
  new Set(streams.flatMap(({ plan }) => plan.requester ?? []));
