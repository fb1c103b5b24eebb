/** Who maps for a device: what `dma_map_sg()` ends up calling. */
export type MapperKind =
  /** `dma_direct_map_sg()`: physical addresses, or bounce buffers. */
  | 'direct'
  /** `iommu_dma_map_sg()`: IOVAs, joined. */
  | 'iommu-dma'
  /** Intel's own `intel_map_sg()` (up to 5.10): one IOVA range, an output for each entry. */
  | 'intel-ops'
  /** AMD's own `map_sg()` (up to 5.4): the same, in pages of 4 KiB. */
  | 'amd-ops'
  /** A VMD domain's operations, which call those of the VMD function. */
  | 'vmd-ops'
  /** `dma_virt_ops` (up to 5.10): kernel virtual addresses. */
  | 'virt-ops'
  /** The RDMA core does the same for devices without a DMA device (from 5.11). */
  | 'rdma-virt'
  /** `xen_swiotlb_dma_ops`: a foreign table that knows nothing of peers. */
  | 'xen-swiotlb'
  /** Operations of a driver's own, as somebody might attach. */
  | 'foreign-ops'
  /** What-if: operations injected at a bridge that map peers themselves and hand the rest on. */
  | 'p2p-shim';

/** One call on the way from the driver to the mapper. */
export interface CallStep {
  /** `dma_map_sgtable()` */
  readonly call: string;
  readonly file: string;
  /** What was looked at there, and why it goes on as it does. */
  readonly text: string;
}

/** May peer memory be handed to this device's operations at all (`dma_pci_p2pdma_supported()`)? */
export interface PeerCapability {
  /** `not-asked`: this kernel has no such question. */
  readonly answer: 'yes' | 'no' | 'not-asked';
  readonly text: string;
}

export interface ChosenMapper {
  readonly kind: MapperKind;
  /** What a VMD domain's, a shim's operations hand on to; the kind itself otherwise. */
  readonly inner: MapperKind;
  /** From the driver's call to the mapper, outermost first. */
  readonly chain: readonly CallStep[];
  readonly capability: PeerCapability;
  /** What a BAR needs to stand in a list at all, in a sentence or two; absent where nothing is chosen. */
  readonly structPages?: string;
  /** The device's tables of operations, a sentence each, the one that is called first. */
  readonly operations?: readonly string[];
  /** How many drivers had to learn of peers for this, in a sentence. */
  readonly drivers?: string;
}
