/** Addresses that the allocator never gives out. */
export interface ReservedWindow {
  readonly base: number;
  /** The highest address that belongs to it. */
  readonly last: number;
  readonly what: 'host-bridge' | 'msi' | 'hyper-transport' | 'direct';
}

/**
 * Whether devices that can send long addresses are first tried below 4 GiB.
 * - `each-time`: for every mapping anew (up to 6.3)
 * - `until-it-fails`: the first time that there is no room the kernel says so in its log, and this
 *   device uses its full mask from then on (6.4)
 * - `never`: the full mask at once (`iommu.forcedac=1`)
 */
export type LowFirst = 'each-time' | 'until-it-fails' | 'never';

/** What becomes of an address when it is unmapped. */
export type IovaFlush =
  /** The IOTLB forgets it before unmapping returns. */
  | { readonly kind: 'strict' }
  /** It waits in a ring until that is full, or until the timer goes off; only then it is free. */
  | { readonly kind: 'lazy'; readonly entries: number; readonly windowMs: number };

/** A ring for each CPU: IOVA_FQ_SIZE, IOVA_FQ_TIMEOUT in include/linux/iova.h, later dma-iommu.c. */
export const FLUSH_QUEUE: IovaFlush = { kind: 'lazy', entries: 256, windowMs: 10 };

/** What an allocator of IOVAs goes by: one for each IOMMU domain. */
export interface IovaSetup {
  /** Smallest page of the domain, bytes. */
  readonly granule: number;
  /** First address that the IOMMU translates; 0 is never given out. */
  readonly apertureStart: number;
  /** Highest address that it translates: 2^bits - 1 (as a number; 64 bits round up to 2^64). */
  readonly apertureEnd: number;
  readonly reserved: readonly ReservedWindow[];
  readonly lowFirst: LowFirst;
  readonly flush: IovaFlush;
  /**
   * Freed addresses beyond the two magazines of a CPU: at most 32 magazines are kept for all (up to
   * 6.6), or any number, of which those beyond one a CPU go back every 100 ms (6.7).
   */
  readonly depot: 'at-most-32' | 'trimmed';
  /**
   * Where there is no room below what was given last, the search begins again at the top, and what is
   * kept in the depot is given up, too (5.11).
   */
  readonly searchesAgain: boolean;
}

export const KIB = 2 ** 10;
export const GIB = 2 ** 30;

/** The end of what 32 bits can say. */
export const LOW_END = 4 * GIB;

/** Where x86 devices send their interrupts to; no IOMMU translates it. */
export const X86_MSI_WINDOW: ReservedWindow = {
  base: 0xfee00000,
  last: 0xfeefffff,
  what: 'msi',
};

/** What AMD's processors kept for HyperTransport (amd_iommu_get_resv_regions()). */
export const HYPER_TRANSPORT_WINDOW: ReservedWindow = {
  base: 0xfd_0000_0000,
  last: 0xff_ffff_ffff,
  what: 'hyper-transport',
};

/** A domain of VT-d with tables of four levels, on a machine of which nothing else is known. */
export const USUAL_IOVA_SETUP: IovaSetup = {
  granule: 4 * KIB,
  apertureStart: 0,
  apertureEnd: 2 ** 48 - 1,
  reserved: [X86_MSI_WINDOW],
  lowFirst: 'until-it-fails',
  flush: { kind: 'strict' },
  depot: 'trimmed',
  searchesAgain: true,
};
