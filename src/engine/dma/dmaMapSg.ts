import type { DmaMapping } from './dmaMapping.ts';
import { dmaMapSgAttrs } from './dmaMapSgAttrs.ts';
import type { MapContext } from './mapContext.ts';
import { pciP2pdmaMapSg } from './pciP2pdmaMapSg.ts';
import type { SgEntry } from './scatterlist.ts';

export type { BounceSource, IovaSource, MapContext, MapSg } from './mapContext.ts';

/**
 * Maps a list for a device as its kernel does, `dma_map_sgtable()` and its callers.
 *
 * What is taken, of IOVAs and bounce buffers, stays taken until `dmaUnmapSg()`; a mapping that failed
 * has given all of it back. The list itself is data and is never written.
 *
 * From 6.0 on `dma_map_sg()` looks at each entry. Before, its callers (`nvme_map_data()`,
 * `rdma_rw_ctx_init()`) looked at the first page, and the whole list went its way.
 */
export function dmaMapSg(list: readonly SgEntry[], context: MapContext): DmaMapping {
  const first = list[0]?.peer ?? null;
  const isFirstPage = context.rules.peers === 'first-page' && first !== null;
  if (isFirstPage) return pciP2pdmaMapSg(list, first, { ...context, asked: null });
  return dmaMapSgAttrs(list, { ...context, asked: null });
}
