import type { KernelFeatures } from '../kernel/features.ts';
import type { MapperChoices } from './chooseOptions.ts';
import type { MapperKind, PeerCapability } from './mapper.ts';

/**
 * May peer memory be handed to a device with this mapper at all? Drivers ask before they offer it to
 * others (NVMe for its queues, the RDMA core for its devices); `dma_map_sg()` itself does not.
 *
 * Source: `dma_pci_p2pdma_supported()`, kernel/dma/mapping.c, Linux 6.0, 6.1, 6.6, 6.12, 6.18; up to
 * 5.19 `pci_p2pdma_distance_many()` alone refused clients with `dma_virt_ops` (5.2 to 5.10). For the
 * RDMA core `ib_dma_pci_p2p_dma_supported()`, include/rdma/ib_verbs.h, Linux 6.0 to 7.0.
 */
export function peerCapability(
  features: KernelFeatures,
  kind: MapperKind,
  choices: Pick<MapperChoices, 'driver' | 'design'>,
): PeerCapability {
  if (choices.design === 'out-of-tree') {
    return { answer: 'not-asked', text: 'The module asks nobody.' };
  }
  if (choices.design === 'physical-until-used') {
    return { answer: 'not-asked', text: 'Nothing is mapped yet: whoever maps later has to ask.' };
  }
  if (kind === 'p2p-shim') {
    return {
      answer: 'not-asked',
      text: 'The injected operations know of peers, so nobody has to ask.',
    };
  }
  if (features.peerCapability === 'not-asked') return notAsked(features, kind);
  if (kind === 'rdma-virt' || kind === 'virt-ops') {
    return no('ib_dma_pci_p2p_dma_supported() says no: the device takes kernel addresses.');
  }
  return features.peerCapability === 'ops-flag' ? byFlag(kind, choices) : byOps(kind, choices);
}

function notAsked(features: KernelFeatures, kind: MapperKind): PeerCapability {
  const isRefused = kind === 'virt-ops' && features.virtOpsClients === 'refused';
  const text = isRefused
    ? 'There is no such question yet. The distance is refused all the same: the driver makes use of dma_virt_ops.'
    : 'There is no such question yet: nobody looks at the device’s operations.';
  return { answer: 'not-asked', text };
}

const yes = (text: string): PeerCapability => ({ answer: 'yes', text });
const no = (text: string): PeerCapability => ({ answer: 'no', text });

function byFlag(kind: MapperKind, { driver }: Pick<MapperChoices, 'driver'>): PeerCapability {
  if (kind === 'foreign-ops') {
    return driver === 'private-ops-flagged'
      ? yes('The driver’s own operations have the flag DMA_F_PCI_P2PDMA_SUPPORTED set.')
      : no('The driver’s own operations lack the flag DMA_F_PCI_P2PDMA_SUPPORTED.');
  }
  if (kind === 'direct') return yes('There are no operations: dma-direct knows of peers.');
  if (kind === 'xen-swiotlb') {
    return no('Xen’s operations lack the flag DMA_F_PCI_P2PDMA_SUPPORTED.');
  }
  return yes(
    'iommu_dma_ops has the flag DMA_F_PCI_P2PDMA_SUPPORTED set, alone of all in the tree.',
  );
}

function byOps(kind: MapperKind, { driver }: Pick<MapperChoices, 'driver'>): PeerCapability {
  if (driver === 'private-ops' || driver === 'private-ops-flagged') {
    return no('The device has operations of its own. No flag helps any more: any table means no.');
  }
  if (kind === 'xen-swiotlb') return no('Xen’s operations are a table, and any table means no.');
  return yes('There is no table of operations: dma-direct and iommu-dma both know of peers.');
}
