/** Which space an address on the wire lies in, as the engine's mapping says. */
export const ADDRESS_SPACES = ['IOVA', 'BUS', 'PHYS', 'VADDR', 'SWIOTLB'] as const;
export type AddressSpace = (typeof ADDRESS_SPACES)[number];

export interface ShownEntry {
  readonly kind: 'ram' | 'peer';
  /** `0x123456000` */
  readonly phys: string;
  readonly length: number;
  readonly provider: string | null;
  readonly mapType: string | null;
  /** `highmem`, `fs-dax`, …; absent: ordinary pages, or a peer's. */
  readonly page?: string;
}

export interface ShownOutput {
  readonly address: number | null;
  readonly length: number;
  readonly space: AddressSpace;
  readonly first: number;
  readonly count: number;
  readonly why: string;
  readonly defects: readonly string[];
}

export interface ShownRange {
  readonly base: number;
  readonly size: number;
  readonly reserved: number;
}

export interface ShownStep {
  readonly phase: string;
  readonly entry: number | null;
  readonly output: { readonly index: number; readonly length: number } | null;
}

/**
 * What the picture of a mapping needs to know. A room that may not ask the engine says it by structure:
 * the engine's `MappingReport` is one.
 */
export interface MappingShown {
  readonly entries: readonly ShownEntry[];
  readonly mapping: {
    readonly errno: number;
    readonly failedAt: number | null;
    readonly outputs: readonly ShownOutput[];
    readonly iova: readonly ShownRange[];
    /** Calls that program the IOMMU. */
    readonly maps: readonly { readonly first: number; readonly count: number }[];
    /** Entries that are copied through memory below the device's limit. */
    readonly bounces?: readonly { readonly entry: number; readonly address: number }[];
  };
  /** Of the outputs, in their order. */
  readonly addresses: readonly (string | null)[];
  readonly device: { readonly maxSegment: number; readonly boundary: number };
  readonly steps: readonly ShownStep[];
  /** The table of the client's IOMMU; `null` or absent: nothing translates. */
  readonly iommu?: object | null;
  /** What becomes of requests to an output; of long lists of the first ones only. */
  readonly wire: readonly { readonly output: number; readonly fate: string }[];
}
