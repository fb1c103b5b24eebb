import { byteRate } from '../../../base/byteRate.ts';
import { splitTransfer } from '../../link/splitTransfer.ts';
import { nameOf } from '../plan/nameOf.ts';
import type { StreamPlan, StreamSizes } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { bytesText } from './bytesText.ts';
import { QUEUE_NS } from './latencyFigures.ts';
import type { LimitContext } from './limitContext.ts';
import { limitOf } from './limitOf.ts';

/** Reads under way: every tag fetches one request's data in each round trip. */
export function tagLimit(
  context: LimitContext,
  plan: StreamPlan,
  sizes: StreamSizes,
  latencyNs: number,
): FlowLimit | null {
  const { requester, operation, sizeBytes } = plan;
  if (operation !== 'read' || requester === null) return null;
  const { tags, maxReadRequest } = sizes;
  const request = requestBytes(sizes, context.options.completions, sizeBytes);
  const roundTrip = latencyNs + QUEUE_NS;
  const name = nameOf(context.analysis.topology, requester);
  const bytesPerSecond = (tags * request) / (roundTrip * 1e-9);
  const raise =
    request < maxReadRequest
      ? 'More tags, larger transfers or a shorter way would raise it.'
      : 'More tags, a larger Max_Read_Request_Size or a shorter way would raise it.';
  return limitOf({
    kind: 'tags',
    where: `${tags} tags of ${name}`,
    text: `${tags} reads of ${bytesText(request)} under way, each ${Math.round(roundTrip)} ns there and back under load: ${byteRate(bytesPerSecond)}. ${raise}`,
    bytesPerSecond,
    part: requester,
  });
}

/** Data that one request of a transfer fetches, on the average. */
function requestBytes(
  { maxPayload, maxReadRequest, readCompletionBoundary }: StreamSizes,
  completions: 'mps' | 'rcb',
  sizeBytes: number | null,
): number {
  if (sizeBytes === null || sizeBytes <= 0) return maxReadRequest;
  const { requests } = splitTransfer({
    sizeBytes,
    maxPayload,
    maxReadRequest,
    readCompletionBoundary,
    completions,
  });
  return sizeBytes / Math.max(1, requests);
}
