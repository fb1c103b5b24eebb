import type { FlowLimit } from '../throughputReport.ts';

/** A limit of a stream by itself: no link, no cap. */
export function limitOf(
  limit: Pick<FlowLimit, 'kind' | 'where' | 'text' | 'bytesPerSecond'> &
    Partial<Pick<FlowLimit, 'part' | 'source'>>,
): FlowLimit {
  return { link: null, cap: null, part: null, source: null, ...limit };
}
