import { byteRate } from '../../../base/byteRate.ts';
import type { StreamPlan } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { IOTLB_SOURCE, missFraction, WALKS_PER_SECOND, walkRate } from './iotlb.ts';
import type { LimitContext } from './limitContext.ts';
import { limitOf } from './limitOf.ts';

/** Walks of the IOMMU's table, where the working set is larger than what its IOTLB holds. */
export function iotlbLimit({ options }: LimitContext, plan: StreamPlan): FlowLimit | null {
  const translated = plan.ways.reduce((sum, way) => sum + (way.isTranslated ? way.share : 0), 0);
  const rate = translated > 0 ? walkRate(options, plan.sizeBytes) : null;
  if (rate === null) return null;
  const bytesPerSecond = rate / translated;
  const missed = missFraction(options);
  return limitOf({
    kind: 'iotlb',
    where: `IOTLB of ${options.iotlbEntries} entries`,
    text: `${Math.round(missed * 100)} % of the pages are not in the IOTLB (${options.iotlbEntries} entries of ${options.ioPageBytes / 1024} KiB), and ${WALKS_PER_SECOND / 1e6} million walks a second are made: ${byteRate(bytesPerSecond)}, were this flow alone. Larger pages, larger transfers or a smaller working set would raise it.`,
    bytesPerSecond,
    source: IOTLB_SOURCE,
  });
}
