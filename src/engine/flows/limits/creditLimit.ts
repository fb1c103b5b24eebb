import { byteRate } from '../../../base/byteRate.ts';
import { nameOf } from '../plan/nameOf.ts';
import type { Stage, StreamPlan, StreamSizes, StreamWay } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { bytesText } from './bytesText.ts';
import { SWITCH_NS, WIRE_NS } from './latencyFigures.ts';
import { switchNs } from './latencyOf.ts';
import type { LimitContext } from './limitContext.ts';
import { limitOf } from './limitOf.ts';
import { wireNs } from './wireNs.ts';

/**
 * Buffers of the receivers: a sender may have as many TLPs under way as it has credits, and each comes
 * back after the TLP has crossed the link, left the receiver, and the news of it has come back. Data
 * credits are as many TLPs of Max_Payload_Size, so headers run out first. The tightest link counts.
 */
export function creditLimit(
  context: LimitContext,
  plan: StreamPlan,
  sizes: StreamSizes,
): FlowLimit | null {
  const loops = plan.ways.flatMap((way) => loopsOf(context, plan, sizes, way));
  const tightest = loops.reduce<Loop | null>(
    (least, loop) => (least === null || loop.rate < least.rate ? loop : least),
    null,
  );
  if (tightest === null) return null;
  const { headerCredits } = context.options;
  const link = context.links[tightest.link];
  const name = link ? nameOf(context.analysis.topology, link.lower) : '';
  return limitOf({
    kind: 'credits',
    where: `${headerCredits} credits on the link above ${name}`,
    text: `${headerCredits} ${tightest.what} of ${bytesText(tightest.data)} under way on the link above ${name}, each buffer free again after ${Math.round(tightest.ns)} ns: ${byteRate(tightest.rate)}. How many credits ports give is not shown by any register: an assumption.`,
    bytesPerSecond: tightest.rate,
    part: link?.lower ?? null,
  });
}

interface Loop {
  readonly link: number;
  readonly what: string;
  /** Data that one credit lets through. */
  readonly data: number;
  readonly ns: number;
  readonly rate: number;
}

function loopsOf(
  context: LimitContext,
  plan: StreamPlan,
  { maxPayload, maxReadRequest }: StreamSizes,
  way: StreamWay,
): readonly Loop[] {
  const size = plan.sizeBytes ?? Number.POSITIVE_INFINITY;
  const chunk = Math.min(size, maxPayload);
  if (plan.operation === 'write') return loops(context, way, way.request, 'write', chunk, chunk);
  const request = Math.min(size, maxReadRequest);
  return [
    ...loops(context, way, way.request, 'read', 0, request),
    ...loops(
      context,
      way,
      way.completion,
      'completion',
      Math.min(chunk, request),
      Math.min(chunk, request),
    ),
  ];
}

const WHAT = { write: 'writes', read: 'read requests', completion: 'completions' } as const;

function loops(
  context: LimitContext,
  { share, addressBits }: StreamWay,
  stages: readonly Stage[],
  kind: 'write' | 'read' | 'completion',
  carried: number,
  data: number,
): readonly Loop[] {
  const { headerCredits, creditReturnNs } = context.options;
  return stages.flatMap((stage) => {
    if (stage.kind !== 'link') return [];
    const wire = wireNs(context, stage.link, kind, carried, addressBits);
    if (wire === null) return [];
    const ns = wire + WIRE_NS + receiverNs(context, stage) + creditReturnNs;
    const rate = (headerCredits * data) / (ns * 1e-9) / share;
    return [{ link: stage.link, what: WHAT[kind], data, ns, rate }];
  });
}

/** How long a TLP stays in the receiver: a switch's own time, else as long as a usual one's. */
function receiverNs(
  { analysis: { topology }, links }: LimitContext,
  { link, direction }: Extract<Stage, { readonly kind: 'link' }>,
): number {
  const ends = links[link];
  const place = topology.indexOf.get(
    (direction === 'up' ? ends?.upper : ends?.lower) ?? ('' as never),
  );
  const fn = place === undefined ? undefined : topology.functions[place];
  if (fn?.type === 'upstream') return switchNs(fn);
  const above = topology.upstream[place ?? -1] ?? -1;
  return fn?.type === 'downstream' ? switchNs(topology.functions[above]) : SWITCH_NS;
}
