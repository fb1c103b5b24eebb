import type { DmaAddress } from './dmaAddress.ts';

/**
 * Which space an address on the DMA side of a scatterlist lies in.
 * - `BUS`: the PCI bus address of peer memory; no IOMMU has a part in it
 * - `PHYS`: the CPU's physical address
 * - `IOVA`: an address that the IOMMU translates
 * - `VADDR`: a kernel virtual address, which no device can use
 * - `SWIOTLB`: the physical address of a bounce buffer
 */
export type DmaSpace = 'BUS' | 'PHYS' | 'IOVA' | 'VADDR' | 'SWIOTLB';

/** Why an output begins where it does, and is no part of the one before it. */
export type BreakReason =
  /** It is the first. */
  | 'first'
  /** Nothing translates, so nothing joins. */
  | 'no-iommu'
  /** Nobody maps yet: each entry is its physical address. */
  | 'not-mapped'
  /** The driver's own operations of that time join nothing. */
  | 'private-ops'
  /** Kernel addresses, one for each entry. */
  | 'virtual'
  /** Peer memory by bus address stands alone, also beside its like. */
  | 'bus'
  /** What was open before was closed by peer memory by bus address. */
  | 'after-bus'
  /** A module of a peer gave out the peer's physical address before it; host memory goes another way. */
  | 'after-module'
  /** The entry begins within a granule. */
  | 'offset-start'
  /** The entry before ends within a granule. */
  | 'short-end'
  /** It begins exactly on a segment boundary. */
  | 'boundary'
  /** It would have crossed a segment boundary, so the entry before it was padded up to there. */
  | 'boundary-pad'
  /** The output before has its full length. */
  | 'max-segment'
  /** There was room left before the longest segment, but not for the whole entry; entries are not split. */
  | 'whole-entry'
  /** Entries of an untrusted device are mapped one by one. */
  | 'untrusted'
  /** The list goes the way of its first entry (before 6.0). */
  | 'first-page'
  /** What-if: a shim maps entry by entry. */
  | 'shim';

/** One DMA entry of the mapped list. */
export interface DmaOutput {
  /** `null`: the kernel reports success and leaves the address as it was. */
  readonly address: DmaAddress | null;
  /** As the kernel reports it, bytes; with a defect of some releases not that of the memory. */
  readonly length: number;
  readonly space: DmaSpace;
  /** The input entries it covers: `first` to `first + count - 1`. */
  readonly first: number;
  readonly count: number;
  readonly why: BreakReason;
  /** Ids of what is wrong with it, see `defects.ts`: `unwritten`, `first-entry-length`, … */
  readonly defects: readonly DmaDefect[];
}

/** What kernels get wrong, or what a device must not be given. */
export type DmaDefect =
  /** Success, and no address was written (6.16 on, ways through the host bridge without translation). */
  | 'unwritten'
  /** The length is that of the list's first entry (6.16 on, bus addresses, translated list). */
  | 'first-entry-length'
  /** Success, and no length was written (6.16 and 6.17, bus addresses without translation). */
  | 'length-unset'
  /** Longer than the longest segment, because an entry that was too long made the test wrap. */
  | 'wrapped-maximum'
  /** One entry alone is longer than the longest segment; entries are not split. */
  | 'over-maximum'
  /** The offset between bus and CPU addresses was taken with the wrong sign (up to 5.16). */
  | 'wrong-sign'
  /** Another provider's offset was used: the first one's (before 6.0). */
  | 'first-offset'
  /** Host memory by its raw physical address, on a device whose addresses are translated (before 6.0). */
  | 'raw-physical'
  /** Peer memory was mapped as if it were RAM, whatever the pair's verdict. */
  | 'as-ram'
  /** Peer memory was bounced: the device reads a copy (before 6.0). */
  | 'copied-peer'
  /** The page has no kernel mapping: there is no address to give. */
  | 'no-kernel-address';

/** One call that programs the IOMMU: `size` bytes from `iova` on lead to `phys` on. */
export interface IommuMap {
  readonly iova: DmaAddress;
  readonly phys: DmaAddress;
  readonly size: number;
  /** Input entries: `first` to `first + count - 1`, padding included. */
  readonly first: number;
  readonly count: number;
}

export const ERRNO = { EIO: -5, ENOMEM: -12, EINVAL: -22, EREMOTEIO: -121 } as const;
export type Errno = (typeof ERRNO)[keyof typeof ERRNO];

/** What `dma_map_sgtable()` made of a list. */
export interface DmaMapping {
  /** 0, or why nothing is mapped; the list is then as it was. */
  readonly errno: 0 | Errno;
  /** What the caller of that kernel sees on failure: 0 entries, or the number. */
  readonly returns: 'errno' | 'zero' | 'panic';
  /** The input entry that failed; `null` where none did, or the list as a whole. */
  readonly failedAt: number | null;
  readonly outputs: readonly DmaOutput[];
  /** The IOVA range of the whole list, bytes; `null`: none was needed. Several where mapped one by one. */
  readonly iova: readonly IovaRange[];
  readonly maps: readonly IommuMap[];
  /** Bounce buffers that it took; absent where there are none. */
  readonly bounces?: readonly BounceBuffer[];
}

/** Memory below the device's limit that an entry is copied through. */
export interface BounceBuffer {
  /** The input entry. */
  readonly entry: number;
  /** Its CPU physical address. */
  readonly address: DmaAddress;
  readonly length: number;
}

export interface IovaRange {
  readonly base: DmaAddress;
  /** As asked for, rounded up to granules. */
  readonly size: number;
  /** As taken from the allocator: small sizes are rounded up to a power of two. */
  readonly reserved: number;
}
