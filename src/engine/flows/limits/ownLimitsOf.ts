import type { StreamPlan, StreamSizes } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { cpuLimit } from './cpuLimit.ts';
import { creditLimit } from './creditLimit.ts';
import { deviceLimit } from './deviceLimit.ts';
import { iotlbLimit } from './iotlbLimit.ts';
import { latencyOf } from './latencyOf.ts';
import type { LimitContext } from './limitContext.ts';
import { offeredLimit } from './offeredLimit.ts';
import { queueLimit } from './queueLimit.ts';
import { refusedLimit } from './refusedLimit.ts';
import { tagLimit } from './tagLimit.ts';

/** All that holds a stream back by itself, whatever the others do; the tightest first. */
export function ownLimitsOf(
  plan: StreamPlan,
  sizes: StreamSizes,
  context: LimitContext,
  latency = latencyOf(context, plan, sizes),
): readonly FlowLimit[] {
  const refused = refusedLimit(context, plan);
  if (refused !== null) return [refused];
  const offered = offeredLimit(plan);
  // Of nothing there is no packet that the other limits could be computed from.
  if (offered !== null && plan.sizeBytes === 0) return [offered];
  const timed =
    latency === null
      ? []
      : [
          tagLimit(context, plan, sizes, latency.ns),
          cpuLimit(plan, latency.ns),
          queueLimit(context, plan, sizes, latency.ns),
        ];
  return [
    ...timed,
    creditLimit(context, plan, sizes),
    offered,
    deviceLimit(context, plan),
    iotlbLimit(context, plan),
  ]
    .filter((limit) => limit !== null)
    .sort((a, b) => a.bytesPerSecond - b.bytesPerSecond);
}
