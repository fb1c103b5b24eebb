/**
 * What is asked beside the machine and its conditions: who drives the device, how true to a kernel's
 * mistakes, and designs that were argued for and never built.
 */
export interface MappingOptions {
  /** `as-run`: with the mistakes that kernels of that time have; `intended`: as they are meant to be. */
  readonly fidelity: 'as-run' | 'intended';
  /** Who hands the list over, where that is not the function's own driver. */
  readonly driver:
    | 'own'
    /** rxe, siw over the function; rdmavt (hfi1, qib) on it. */
    | 'software-rdma'
    /** A driver with DMA operations of its own attached. */
    | 'private-ops'
    /** The same with the flag DMA_F_PCI_P2PDMA_SUPPORTED set (6.0 to 6.11). */
    | 'private-ops-flagged';
  /** The 2018 series: does the driver say that the list is peer memory? */
  readonly p2pFlag: boolean;
  /** Designs from the mails. */
  readonly design:
    | 'kernel'
    /** DMA operations injected below each bridge of the provider; elsewhere nobody knows of peers. */
    | 'p2p-shim'
    /** One list talks to host memory, or to one device. */
    | 'one-target'
    /** An IOMMU in each switch: every peer request needs an IOVA, and turns there. */
    | 'switch-iommu'
    /** Peer memory modules out of tree: physical addresses, and nobody asks. */
    | 'out-of-tree'
    /** Nobody maps for the list: every address is the CPU's until a driver makes use of it. */
    | 'physical-until-used';
  readonly isXen: boolean;
  readonly bounce: 'pool' | 'none' | 'forced';
  /** Has the memory that providers lend a `struct page` of its own, as lists need it? */
  readonly barPages: 'struct-page' | 'none';
  /** Bytes that were mapped before on the same domain, in order: where IOVAs begin. */
  readonly before: readonly number[];
  readonly operation: 'write' | 'read';
  /** What the device is told instead of what it has: to hold several limits beside one another. */
  readonly limits?: DeviceLimits;
}

/** Limits that a list is mapped under, whatever the device has. */
export interface DeviceLimits {
  readonly maxSegment: number;
  readonly boundary: number;
  readonly isUntrusted: boolean;
}

export const USUAL_MAPPING: MappingOptions = {
  fidelity: 'as-run',
  driver: 'own',
  p2pFlag: true,
  design: 'kernel',
  isXen: false,
  bounce: 'pool',
  barPages: 'struct-page',
  before: [],
  operation: 'write',
};
