import { byteRate } from '../../../base/byteRate.ts';
import type { StreamPlan } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { limitOf } from './limitOf.ts';

/** What the source offers; transfers of no bytes are nothing, however many. */
export function offeredLimit({
  rateBytesPerSecond: rate,
  sizeBytes,
}: Pick<StreamPlan, 'rateBytesPerSecond' | 'sizeBytes'>): FlowLimit | null {
  if (sizeBytes === 0) {
    return limitOf({
      kind: 'offered-rate',
      where: 'offered rate',
      text: 'Transfers of 0 bytes move nothing.',
      bytesPerSecond: 0,
    });
  }
  if (rate === null) return null;
  return limitOf({
    kind: 'offered-rate',
    where: 'offered rate',
    text: `The flow offers no more than ${byteRate(rate)}.`,
    bytesPerSecond: rate,
  });
}
