import type { MapperKind } from './mapper.ts';
import type { PageCalls } from './pages/pageRuns.ts';

/** How a mapper of a given kernel behaves: features of the era, and the choice of what it should have done. */
export interface MapperRules {
  readonly mapper: MapperKind;
  /** What a VMD domain's or a shim's operations hand on to. */
  readonly inner: MapperKind;
  /**
   * How peers come in:
   * - `each-entry`: `dma_map_sg()` looks at each entry (6.0 on)
   * - `first-page`: the caller looks at the first entry and calls for the whole list either
   *   `pci_p2pdma_map_sg()` or `dma_map_sg()` (4.20 to 5.19, and the series before)
   * - `never`: peers are mapped like RAM (out of tree)
   */
  readonly peers: 'each-entry' | 'first-page' | 'never';
  /** Before map types (5.4), `pci_p2pdma_map_sg()` gave bus addresses whatever the pair. */
  readonly firstPageAsks: boolean;
  /** What a refusal looks like to the caller. */
  readonly refusal: 'zero' | 'errno';
  /** Without translation, a way through the host bridge gets its address written (not from 6.16 on). */
  readonly writesHostAddress: boolean;
  /** Whose length a bus entry reports where the list is translated. */
  readonly busEntryLength: 'own' | 'first-entry';
  /** Without translation, an entry by bus address gets its length written (not in 6.16 and 6.17). */
  readonly writesBusLength: boolean;
  /** Peer memory beyond the mask is bounced like RAM (before 6.0), or refused. */
  readonly bouncesPeers: boolean;
  /** The room to the longest segment wraps below zero, so that more joins (real kernels do). */
  readonly maximumWraps: boolean;
  /** Smallest page of the IOMMU's domain, bytes. */
  readonly granule: number;
  /** Page sizes of the domain, ascending, bytes. */
  readonly pageSizes: readonly number[];
  /** How the IOMMU's driver is asked for them. */
  readonly pageCalls: PageCalls;
  /** The kernel stops where a bounce buffer is needed and no pool exists (5.15, not with swiotlb=noforce). */
  readonly panicsWithoutPool?: boolean;
  /** Every RAM entry is bounced (swiotlb=force). */
  readonly forcesBounce: boolean;
}
