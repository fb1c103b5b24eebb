import type { KernelFeatures } from '../kernel/features.ts';
import type { MapperChoices } from './chooseOptions.ts';

export interface DriversTouched {
  /** Code of the kernel that had to be written for it beside the DMA core; `null`: all that map. */
  readonly count: number | null;
  readonly text: string;
}

/**
 * How many drivers had to learn of peer memory for a list to be mapped right.
 *
 * Source: users of `pci_p2pdma_map_sg()`, Linux 4.20 to 5.19: drivers/nvme/host/pci.c and
 * drivers/infiniband/core/rw.c; from 6.0 on none is left. The shim: mails of April 2017; the request by
 * physical addresses: mails of November 2020.
 */
export function driversTouched(
  { peersInMapSg, p2pFlagDecides }: Pick<KernelFeatures, 'peersInMapSg' | 'p2pFlagDecides'>,
  { design }: Pick<MapperChoices, 'design'>,
): DriversTouched {
  switch (design) {
    case 'p2p-shim':
      return { count: 0, text: 'None: the operations are injected below the bridge.' };
    case 'switch-iommu':
      return { count: 0, text: 'None of a device; one is needed for the switch’s IOMMU.' };
    case 'out-of-tree':
      return {
        count: 0,
        text: 'None in the tree: the vendor’s own RDMA core calls the module.',
      };
    case 'physical-until-used':
      return {
        count: null,
        text: 'All: whoever builds requests must stop mapping, and each driver of hardware must map, and unmap when a request completes.',
      };
    default:
  }
  if (peersInMapSg === 'each-entry') {
    return { count: 0, text: 'None: dma_map_sg() looks at each entry by itself.' };
  }
  if (peersInMapSg === 'never') return { count: 0, text: 'None, for nobody looks.' };
  const how = p2pFlagDecides ? 'are told or look' : 'look at the first page';
  return {
    count: 2,
    text: `Two, NVMe and the RDMA core: they ${how}, and call the mapper for peers. Any other maps peers like RAM.`,
  };
}
