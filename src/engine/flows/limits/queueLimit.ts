import { byteRate } from '../../../base/byteRate.ts';
import type { StreamPlan, StreamSizes } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { bytesText } from './bytesText.ts';
import { mainWay } from './latencyOf.ts';
import type { LimitContext } from './limitContext.ts';
import { limitOf } from './limitOf.ts';
import { wireNs } from './wireNs.ts';

/**
 * Transfers under way: each takes the latency of its first byte, then its bytes at the pace of the
 * slowest link. What the device itself takes for a command is not known and not in it.
 */
export function queueLimit(
  context: LimitContext,
  plan: StreamPlan,
  sizes: StreamSizes,
  latencyNs: number,
): FlowLimit | null {
  const { queueDepth, sizeBytes } = plan;
  if (queueDepth === null || sizeBytes === null) return null;
  const ns = latencyNs + restNs(context, plan, sizes, sizeBytes);
  const bytesPerSecond = (queueDepth * sizeBytes) / (ns * 1e-9);
  return limitOf({
    kind: 'queue-depth',
    where: `queue depth ${queueDepth}`,
    text: `${queueDepth} transfers of ${bytesText(sizeBytes)} under way, each ${Math.round(ns)} ns on the bus: ${byteRate(bytesPerSecond)} at most, with nothing added for the device’s own work. A deeper queue or larger transfers would raise it.`,
    bytesPerSecond,
  });
}

/** From the first TLP's arrival to the last one's, nobody else on the way. */
function restNs(
  context: LimitContext,
  plan: StreamPlan,
  sizes: StreamSizes,
  sizeBytes: number,
): number {
  const way = mainWay(plan);
  if (way === null) return 0;
  const isRead = plan.operation === 'read';
  const kind = isRead ? 'completion' : 'write';
  const payload = Math.min(sizeBytes, sizes.maxPayload, isRead ? sizes.maxReadRequest : sizeBytes);
  const rest = Math.max(0, sizeBytes / payload - 1);
  const each = (isRead ? way.completion : way.request).flatMap((stage) =>
    stage.kind === 'link'
      ? (wireNs(context, stage.link, kind, payload, way.addressBits) ?? [])
      : [],
  );
  return rest * Math.max(0, ...each);
}
