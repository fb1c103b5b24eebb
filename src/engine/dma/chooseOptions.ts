import type { Conditions } from '../kernel/conditions.ts';
import type { Topology } from '../pci/topology.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * Who drives the device, how true to a kernel's mistakes, and designs that were argued for and never
 * built: what is chosen beside the machine and its conditions.
 */
export interface MapperChoices {
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
}

/** Everything that decides who maps a list. */
export interface MapperQuestion {
  readonly topology: Topology;
  /** Place of the client in the topology. */
  readonly client: number;
  readonly conditions: Conditions;
  /** Does the IOMMU translate for the client (`iommu/isTranslated.ts`)? */
  readonly isTranslated: boolean;
  readonly choices: MapperChoices;
  readonly list: readonly SgEntry[];
}
