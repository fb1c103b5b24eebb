import type { RamPage, ScatterlistEntry } from '../../model/workload.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { MappingOptions } from './mappingOptions.ts';

type Era = Pick<KernelFeatures, 'softwareRdma' | 'pagelessProviders'>;

/**
 * What the kinds of pages in a list come to, a sentence each.
 *
 * Source: `is_pci_p2pdma_page()`, include/linux/memremap.h, Linux 4.20 to 7.0; INFINIBAND_VIRT_DMA,
 * drivers/infiniband/Kconfig, from Linux 5.11 on and in stable releases of 5.10; ranges without pages:
 * drivers/dma-buf/dma-buf-mapping.c, Linux 7.0.
 */
export function pageRemarks(
  entries: readonly ScatterlistEntry[],
  { barPages }: Pick<MappingOptions, 'barPages'>,
  { softwareRdma, pagelessProviders }: Era,
): readonly string[] {
  const has = (page: RamPage) => entries.some((each) => each.kind === 'ram' && each.page === page);
  const remarks: string[] = [];
  if (barPages === 'none' && entries.some(({ kind }) => kind === 'peer')) {
    remarks.push(
      pagelessProviders
        ? 'What if: BARs have no struct pages, so that no list can hold them. From 7.0 on their ranges can go to another driver by a dma-buf, as physical vectors; that is the only way.'
        : 'What if: BARs have no struct pages, so that no list can hold them, and this kernel knows peer memory by its pages alone: it cannot be handed over.',
    );
  }
  if (has('fs-dax') || has('device-dax')) {
    remarks.push(
      'Pages of a device that are not MEMORY_DEVICE_PCI_P2PDMA (fs-dax, device-dax) are told from RAM by no kernel’s mapping: they are mapped like RAM, wherever they lie.',
    );
  }
  if (has('highmem')) {
    remarks.push(
      softwareRdma === 'rdma-core'
        ? 'A kernel with HIGHMEM cannot have software RDMA drivers (INFINIBAND_VIRT_DMA, 5.11 and stable releases of 5.10): where one maps here, there are no such pages.'
        : 'Nothing keeps rxe and siw out of a kernel with HIGHMEM; rdmavt is for x86-64 alone, which has none.',
    );
  }
  return remarks;
}
