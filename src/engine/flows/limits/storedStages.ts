import type { Stage, StreamPlan, StreamSizes, StreamWay } from '../streamPlan.ts';
import type { LatencyPart } from './latency.ts';
import type { LimitContext } from './limitContext.ts';
import { wireNs } from './wireNs.ts';

/**
 * Where a TLP must be there as a whole before it goes on: at the end of its way, in a root complex,
 * and in a switch whose way out is faster than its way in. Elsewhere switches cut through.
 */
export function storedStages(
  context: LimitContext,
  plan: StreamPlan,
  way: StreamWay,
  sizes: StreamSizes,
): readonly LatencyPart[] {
  // The round trip to memory and a processor's load were measured with theirs.
  const isMeasured = plan.operation === 'read' && (way.passes.isToMemory || plan.cpu !== null);
  if (isMeasured) return [];
  const size = plan.sizeBytes ?? Number.POSITIVE_INFINITY;
  if (plan.operation === 'write') {
    const data = Math.min(size, sizes.maxPayload);
    return part('all of a write', sum(context, way, way.request, 'write', data));
  }
  const data = Math.min(size, sizes.maxReadRequest, sizes.maxPayload);
  return [
    ...part('all of a request', sum(context, way, way.request, 'read', 0)),
    ...part('all of a completion', sum(context, way, way.completion, 'completion', data)),
  ];
}

function part(what: string, ns: number): readonly LatencyPart[] {
  return [{ text: `${what}, where it is stored before it goes on`, ns }];
}

function sum(
  context: LimitContext,
  { addressBits }: StreamWay,
  stages: readonly Stage[],
  kind: 'write' | 'read' | 'completion',
  data: number,
): number {
  const links = stages.filter((stage) => stage.kind === 'link');
  return links.reduce((ns, stage, index) => {
    const own = wireNs(context, stage.link, kind, data, addressBits) ?? 0;
    const next = links[index + 1];
    if (next === undefined) return ns + own;
    const then = wireNs(context, next.link, kind, data, addressBits) ?? own;
    const isTop = stage.direction === 'up' && next.direction === 'down';
    const isInRoot =
      isTop && context.links[stage.link]?.upper !== undefined && turnsAtRoot(context, stage.link);
    return isInRoot || then < own ? ns + own : ns;
  }, 0);
}

/** Does what goes up there arrive at the root complex? */
function turnsAtRoot({ analysis, links }: LimitContext, link: number): boolean {
  const upper = links[link]?.upper;
  const { functions, indexOf } = analysis.topology;
  const fn = upper === undefined ? undefined : functions[indexOf.get(upper) ?? -1];
  return fn?.type === 'root-port';
}
