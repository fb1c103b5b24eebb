/** What an entry is: host memory, or peer memory by what the client's pair with its provider comes to. */
export type EntryKind = 'ram' | 'bus' | 'thru' | 'none';

export interface CaseEntry {
  readonly kind: EntryKind;
  /** CPU physical address. */
  readonly phys: number;
  readonly length: number;
  /** PCI bus address; `null`: host memory. */
  readonly bus: number | null;
}

/** Who maps for the device. */
export const CASE_DEVICES = ['direct-or-iommu', 'virt', 'foreign', 'xen'] as const;
export type CaseDevice = (typeof CASE_DEVICES)[number];

export const CASE_MODES = ['none', 'pt', 'strict', 'lazy'] as const;
export type CaseMode = (typeof CASE_MODES)[number];

export const CASE_HARDWARE = ['intel', 'amd', 'smmu'] as const;
export type CaseHardware = (typeof CASE_HARDWARE)[number];

export const CASE_BOUNCES = ['pool', 'none', 'forced'] as const;

/** One scatterlist for one device, as the file has it. */
export interface MapCase {
  readonly id: string;
  readonly iommu: CaseMode;
  readonly hardware: CaseHardware;
  readonly device: CaseDevice;
  readonly bounce: (typeof CASE_BOUNCES)[number];
  readonly maskBits: number;
  readonly maxSegment: number;
  readonly boundary: bigint;
  readonly untrusted: boolean;
  /** Low bits of an address that bouncing keeps; `null`: as NVMe asks for on that kernel. */
  readonly minAlignMask: number | null;
  readonly entries: readonly CaseEntry[];
}
