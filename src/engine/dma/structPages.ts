import type { KernelFeatures } from '../kernel/features.ts';
import type { MapperChoices } from './chooseOptions.ts';

const NEEDED =
  'A list names memory by its struct page. Without pages of its own, which pci_p2pdma_add_resource() makes, a BAR cannot stand in one.';

/**
 * What a BAR needs to stand in a list at all.
 *
 * Source: struct scatterlist, include/linux/scatterlist.h, and `pci_p2pdma_add_resource()`,
 * drivers/pci/p2pdma.c, Linux 4.20 to 7.0; ranges without pages: drivers/dma-buf/dma-buf-mapping.c and
 * `pcim_p2pdma_init()`, Linux 7.0.
 */
export function structPages(
  { pagelessProviders }: Pick<KernelFeatures, 'pagelessProviders'>,
  { design }: Pick<MapperChoices, 'design'>,
): string {
  if (design === 'out-of-tree') {
    return 'No struct page is needed: the module hands over addresses, not pages.';
  }
  return pagelessProviders
    ? `${NEEDED} Its ranges can go to another driver by a dma-buf, which is no list.`
    : NEEDED;
}
