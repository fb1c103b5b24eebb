/**
 * What kernels do differently when they make DMA addresses of a list of memory. Trees 4.19, 5.4, 5.10,
 * 5.15, 5.19, 6.0, 6.1, 6.3, 6.6, 6.12, 6.18 and 7.0 were read; 5.4 to 7.0 were run as well.
 */
export interface DmaFeatures {
  /**
   * How peer memory comes into mapping a list.
   * - `never`: it is mapped as if it were RAM (out of tree in 2016, RFC of 2017)
   * - `first-page`: the driver looks at the first page, and hands the whole list to the mapper for
   *   peers or to the usual one (up to 5.19)
   * - `each-entry`: `dma_map_sg()` looks at each entry (6.0, drivers/iommu/dma-iommu.c and
   *   kernel/dma/direct.c)
   */
  readonly peersInMapSg: 'never' | 'first-page' | 'each-entry';
  /**
   * The driver says by a flag that a list is peer memory, and no page is looked at (patch series v1
   * and v2 of 2018: an argument of `rdma_rw_ctx_init()`; from v3 on the RDMA core looks by itself).
   */
  readonly p2pFlagDecides: boolean;
  /**
   * The mapper for peers asks what the pair is: through the host bridge, the list goes to the usual
   * mapper (5.4). Before map types it gave bus addresses, whatever the pair.
   */
  readonly firstPageAsks: boolean;
  /**
   * `iommu-dma` is found through `dev->dma_ops` like any other table (up to 6.11), or called directly
   * where the flag `dev->dma_iommu` is set (6.12).
   */
  readonly iommuDmaCall: 'ops-table' | 'direct-call';
  /** VT-d has a `map_sg()` of its own, which joins nothing (up to 5.10), or uses `iommu-dma` (5.11, c588072bba6b). */
  readonly intelMapper: 'own' | 'iommu-dma';
  /** AMD-Vi likewise: its own up to 5.4, `iommu-dma` from 5.5 on (seen merging on 5.10). */
  readonly amdMapper: 'own' | 'iommu-dma';
  /**
   * Who puts kernel addresses into lists of software RDMA devices: a table of operations,
   * `dma_virt_ops` (up to 5.10), or the RDMA core, for devices without a DMA device (5.11).
   */
  readonly softwareRdma: 'dma-virt-ops' | 'rdma-core';
  /**
   * What `dma_pci_p2pdma_supported()` goes by: there is no such question (up to 5.19); no operations,
   * or such with the flag DMA_F_PCI_P2PDMA_SUPPORTED (6.0 to 6.11); no operations (6.12).
   */
  readonly peerCapability: 'not-asked' | 'ops-flag' | 'no-ops';
  /**
   * Where a list is translated, an entry by bus address reports its own length, or that of the
   * list's first entry as it stands then (6.16 on; measured on 6.18 and 7.0).
   */
  readonly busEntryLength: 'own' | 'first-entry';
  /**
   * Without translation, an entry by bus address gets its length written as well; in 6.16 and 6.17 that
   * is left as it was (a25e7962db0d; mended by d0d08f4bd7f6, in 6.18 and in 6.17.y from December 2025 on).
   */
  readonly writesBusLength: boolean;
  /**
   * Peer memory beyond the client's mask, mapped by its physical address, is bounced like RAM (up to
   * 5.19; measured on 5.4, 5.10, 5.15), or refused (6.0).
   */
  readonly bouncesPeers: boolean;
  /** Without a bounce buffer the same ends in a panic (measured on 5.15), where others fail. */
  readonly bouncePanics: boolean;
  /**
   * Untrusted devices have their entries mapped one by one, bounced where they are no whole pages:
   * nowhere, by VT-d's own operations (5.4), by `iommu-dma` for all (5.11, 82612d66d51d).
   */
  readonly untrustedBounce: 'never' | 'intel' | 'all';
  /**
   * Untrusted functions are kept out of pass-through, and their addresses are never flushed lazily: not
   * yet (the mark came with 5.0), on VT-d each for itself (5.0, 89a6079df791) or with its whole group
   * (5.8, probe_get_default_domain_type()), on every IOMMU with its group (5.11, 28b41e2c6aeb).
   */
  readonly untrustedDomain: 'like-others' | 'vtd-function' | 'vtd-group' | 'group';
  /**
   * Where no IOVA is free below the one given last, the allocator looks once more from the top, and
   * gives up what is cached for all CPUs (5.11, 4e89dce72521 and 6fa3525b455a).
   */
  readonly searchesAgain: boolean;
  /**
   * Freed IOVAs beyond a CPU's two magazines: at most 32 magazines (up to 6.6), or any number, of which
   * a timer frees those beyond one a CPU (6.7, 911aa1245da8 and 233045378dbb).
   */
  readonly iovaDepot: 'at-most-32' | 'trimmed';
  /**
   * IOVAs of a PCI device with a wider mask are first looked for below 4 GiB: each time (up to 6.5;
   * so in the trees up to 6.3), or until that fails for the first time (there in 6.6).
   */
  readonly lowIova: 'each-time' | 'until-it-fails';
  /**
   * `iommu_map()` hands runs of equal pages to the driver, sized by what lies ahead (5.15), or page
   * by page.
   */
  readonly countsPages: boolean;
  /**
   * `dma_map_sgtable()`: not there yet (up to 5.7); -EINVAL whatever went wrong (5.8); the reason as
   * an error number (5.15). `dma_map_sg()` says 0 in all of them.
   */
  readonly sgTable: 'absent' | 'einval' | 'errno';
  /** The API that first takes an IOVA range and then fills it: `dma_iova_try_alloc()` (6.16). */
  readonly iovaApi: boolean;
  /** NVMe hands over its requests vector by vector, not as a list any more (6.17). */
  readonly nvmeMapping: 'list' | 'block-iterator';
  /** A BAR can be lent without a `struct page` for it, as ranges in a dma-buf (7.0). */
  readonly pagelessProviders: boolean;
  /**
   * The longest segment of NVMe drives: the PCI default of 64 KiB, or 4 GiB (5.2; seen on 5.4 to
   * 7.0).
   */
  readonly nvmeSegment: 'default' | 'unlimited';
  /** Bounce buffers keep the low 12 bits of an NVMe drive's addresses (5.12, and in 5.10's stable releases). */
  readonly nvmeKeepsOffset: boolean;
  /** The RDMA core sets 2 GiB for every device below it (up to 5.10), or each driver its own (5.11). */
  readonly rdmaSegment: 'core' | 'driver';
}
