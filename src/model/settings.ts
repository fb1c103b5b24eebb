import type { Maybe, OrUnknown } from '../base/unknown.ts';

/** Who made the CPU, as the kernel sees it: vendor string and family on x86, the architecture elsewhere. */
export interface Cpu {
  readonly arch: 'x86' | 'arm64' | 'powerpc' | 'riscv' | 'loongarch' | 's390' | 'other';
  /** `GenuineIntel`, `AuthenticAMD`, `HygonGenuine`, …; `null` where the architecture has none. */
  readonly vendor: string | null;
  /** Family number as Linux computes it (0x19 for Zen 3); `null` where there is none. */
  readonly family: Maybe<number>;
}

export const IOMMU_HARDWARE = ['none', 'intel', 'amd', 'smmu', 'virtio', 'other'] as const;
export type IommuHardware = (typeof IOMMU_HARDWARE)[number];

/** How the IOMMU is used: switched off, identity mapping, translation with strict or lazy flushing. */
export const IOMMU_MODES = ['off', 'passthrough', 'strict', 'lazy'] as const;
export type IommuMode = (typeof IOMMU_MODES)[number];

/**
 * What decides besides the tree. Everything here is either known from the input or from the user,
 * or unknown; defaults are chosen when a question is asked and listed with the answer.
 */
export interface Settings {
  /** Kernel release such as `6.12.15-amd64`, or an era's id. */
  readonly kernel: OrUnknown<string>;
  /** Kernel parameters. */
  readonly cmdline: OrUnknown<string>;
  readonly cpu: OrUnknown<Cpu>;
  readonly iommu: OrUnknown<IommuHardware>;
  /** As the machine reported it; `null` without an IOMMU. What follows from `cmdline` is computed. */
  readonly iommuMode: Maybe<IommuMode>;
  /** ACS control words: as they stand, or what this kernel makes of the firmware's at boot. */
  readonly acsWords: 'as-is' | 'boot';
}
