import type { DmaMapping } from './dmaMapping.ts';
import type { MapContext } from './mapContext.ts';

/**
 * Gives back what a mapping took, `dma_unmap_sg()` (`iommu_dma_unmap_sg()`, `dma_direct_unmap_sg()`, 5.4
 * to 7.0): the list's one range of IOVAs, or those of the entries where they were mapped one by one, and
 * bounce buffers. Bus addresses took nothing.
 */
export function dmaUnmapSg(
  { iova, bounces }: DmaMapping,
  context: Pick<MapContext, 'iova' | 'bounce'>,
): void {
  for (const { base, reserved } of iova) context.iova?.free(base, reserved);
  for (const { address } of bounces ?? []) context.bounce?.free?.(address);
}
