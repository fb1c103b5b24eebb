import type { DmaMapping } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import { modulo, roundUp } from './modulo.ts';
import { oneRange } from './oneRange.ts';
import type { SgEntry } from './scatterlist.ts';

const PAGE = 4096;

/**
 * Maps a list as AMD's own operations did, `map_sg()` with `sg_num_pages()` (drivers/iommu/amd_iommu.c,
 * 5.4): one IOVA range, each entry on pages of its own in it, and an output for each. An entry that
 * crosses a segment boundary stays where it is; the pages left out for that come behind it.
 */
export function amdMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const boundary = call.device.boundary + 1;
  const starts = new Float64Array(list.length);
  let total = 0;
  for (let index = 0; index < list.length; index++) {
    const { phys, length } = list[index] as SgEntry;
    starts[index] = total;
    const span = roundUp(modulo(phys, PAGE) + length, PAGE);
    const into = modulo(total, boundary);
    if (into + span > boundary) total += boundary - into;
    total += span;
  }
  return oneRange(list, starts, total, 'map_sg', call);
}
