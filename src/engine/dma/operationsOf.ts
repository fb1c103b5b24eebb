import type { KernelFeatures } from '../kernel/features.ts';
import type { ChosenMapper, MapperKind } from './mapper.ts';

const BEHIND: Readonly<Record<MapperKind, string>> = {
  direct: 'none: dma-direct',
  'iommu-dma': 'iommu-dma',
  'intel-ops': 'VT-d’s own operations',
  'amd-ops': 'AMD-Vi’s own operations',
  'vmd-ops': 'VMD’s operations',
  'virt-ops': 'dma_virt_ops',
  'rdma-virt': 'none',
  'xen-swiotlb': 'Xen’s operations',
  'foreign-ops': 'the driver’s own operations',
  'p2p-shim': 'the injected operations',
};

/**
 * Which tables of operations a device has, the one that is called first. A device has one pointer,
 * `dev->dma_ops`, and the kernel chains nothing: what a table replaces is out of reach unless the table
 * remembers it.
 *
 * Source: `set_dma_ops()`, include/linux/dma-mapping.h (dma-map-ops.h from 5.10 on), Linux 4.19 to 7.0;
 * `vmd_setup_dma_ops()`, drivers/pci/controller/vmd.c, Linux 4.19.
 */
export function operationsOf(
  { kind, inner }: Pick<ChosenMapper, 'kind' | 'inner'>,
  { iommuDmaCall }: Pick<KernelFeatures, 'iommuDmaCall'>,
): readonly string[] {
  const before = BEHIND[inner];
  switch (kind) {
    case 'p2p-shim':
      return [
        'dev->dma_ops points to the table that was injected at the bridge.',
        `Behind it: what was there before (${before}). There is one pointer and no chain: the injected table can call that only because it saved it.`,
      ];
    case 'foreign-ops':
      return [
        'dev->dma_ops points to the driver’s own table.',
        `Hidden by it: what was there before (${before}). Nobody saved it, and nothing calls it any more.`,
      ];
    case 'vmd-ops':
      return [
        'The operations are VMD’s table, one for its whole PCI domain.',
        `Behind it: those of the VMD function (${before}), which each call is handed to. What the device had itself is replaced, not stacked.`,
      ];
    case 'direct':
      return ['dev->dma_ops is NULL: there is no table.'];
    case 'rdma-virt':
      return ['The RDMA device has no DMA device: there are no operations to ask.'];
    case 'iommu-dma':
      return iommuDmaCall === 'direct-call'
        ? ['The flag dev->dma_iommu is set; no table is called.']
        : ['dev->dma_ops points to iommu_dma_ops.'];
    case 'virt-ops':
      return ['The RDMA device’s own dev->dma_ops points to dma_virt_ops.'];
    default:
      return [`The operations are ${BEHIND[kind]}: one table, with nothing behind it.`];
  }
}
