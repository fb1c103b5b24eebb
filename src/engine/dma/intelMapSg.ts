import type { DmaMapping } from './dmaMapping.ts';
import { iommuDmaMapSgSwiotlb } from './iommuDmaMapSgSwiotlb.ts';
import type { MapCall } from './mapContext.ts';
import { modulo, roundUp } from './modulo.ts';
import { oneRange } from './oneRange.ts';
import type { SgEntry } from './scatterlist.ts';

const PAGE = 4096;

/**
 * Maps a list as Intel's own operations did, `intel_map_sg()` (drivers/iommu/intel-iommu.c, 5.4 and
 * 5.10): one IOVA range, each entry on pages of its own in it, one behind the other, and an output for
 * each. Neither the longest segment nor its boundary counts; the range is rounded up to a power of two.
 */
export function intelMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  if (call.device.isUntrusted) return iommuDmaMapSgSwiotlb(list, call);
  const starts = new Float64Array(list.length);
  let total = 0;
  for (let index = 0; index < list.length; index++) {
    const { phys, length } = list[index] as SgEntry;
    starts[index] = total;
    total += roundUp(modulo(phys, PAGE) + length, PAGE);
  }
  return oneRange(list, starts, total, 'intel_map_sg', call);
}
