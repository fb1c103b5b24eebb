import { nameOf } from '../plan/nameOf.ts';
import type { StreamPlan } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import type { LimitContext } from './limitContext.ts';
import { limitOf } from './limitOf.ts';

/** Operations that the requester makes in a second, where that is known, each of one transfer. */
export function deviceLimit(
  { analysis, operationsPerSecond: operations }: LimitContext,
  { requester, sizeBytes }: StreamPlan,
): FlowLimit | null {
  if (operations === undefined || requester === null || sizeBytes === null) return null;
  const name = nameOf(analysis.topology, requester);
  return limitOf({
    kind: 'device',
    where: `operations of ${name}`,
    text: `${name} makes ${(operations / 1e6).toFixed(1)} million operations a second, of ${sizeBytes} bytes each. Larger transfers would move more.`,
    bytesPerSecond: operations * sizeBytes,
    part: requester,
  });
}
