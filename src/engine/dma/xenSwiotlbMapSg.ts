import { dmaDirectMapSg } from './dmaDirectMapSg.ts';
import type { DmaMapping } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * Maps a list in a Xen dom0, `xen_swiotlb_map_sg()` (drivers/xen/swiotlb-xen.c, 5.4 to 7.0): entry by
 * entry, the machine address or a bounce buffer. The table knows nothing of peers: they are mapped,
 * and bounced, like RAM. Machine addresses are taken to be those that the guest sees.
 */
export function xenSwiotlbMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const rules = { ...call.rules, peers: 'never', bouncesPeers: true } as const;
  return dmaDirectMapSg(list, { ...call, rules });
}
