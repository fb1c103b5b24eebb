import type { IommuHardware } from '../../../model/settings.ts';

/** What the tables of an IOMMU can hold. */
export interface TableForm {
  /** Page sizes in bytes, ascending; the first is the granule. */
  readonly pageSizes: readonly number[];
  /** Where that is from, in a few words. */
  readonly source: string;
  /** What was taken for granted, in a sentence; `null`: nothing. */
  readonly assumed: string | null;
}

/** What is known of an IOMMU beyond who made it. */
export interface TableCapabilities {
  /** VT-d: second-level pages of 2 MiB and 1 GiB (SLLPS), or first-level ones of 1 GiB (FL1GP). */
  readonly intelLargePages?: 'none' | '2M' | '2M-1G';
  /** AMD: the table of its own (every power of two), or that of its processors (`amd_iommu=pgtbl_v2`). */
  readonly amdTable?: 'v1' | 'v2';
  /** SMMU: the pages of the CPU's tables; the kernel takes what those have. */
  readonly smmuGranule?: 4096 | 16384 | 65536;
}

const K4 = 2 ** 12;
const M2 = 2 ** 21;
const G1 = 2 ** 30;
const G512 = 2 ** 39;

const INTEL = { none: [K4], '2M': [K4, M2], '2M-1G': [K4, M2, G1] } as const;
const SMMU = { 4096: [K4, M2, G1], 16384: [2 ** 14, 2 ** 25], 65536: [2 ** 16, 2 ** 29] } as const;

/** 4 KiB to 2 PiB, without 512 GiB, which would need a table entry that means something else. */
const AMD_V1: readonly number[] = Array.from({ length: 40 }, (_, i) => 2 ** (12 + i)).filter(
  (size) => size !== G512,
);

/**
 * Which page sizes a domain of this IOMMU has.
 *
 * Source: `pgsize_bitmap` of the domains: drivers/iommu/intel/iommu.c (domain_super_pgsize_bitmap(),
 * paging_domain_alloc()), drivers/iommu/amd/ (AMD_IOMMU_PGSIZES, AMD_IOMMU_PGSIZES_V2),
 * drivers/iommu/io-pgtable-arm.c (arm_lpae_restrict_pgsizes()), Linux 5.4 to 7.0.
 */
export function pageSizesOf(
  hardware: IommuHardware,
  { intelLargePages, amdTable, smmuGranule }: TableCapabilities = {},
): TableForm {
  switch (hardware) {
    case 'intel':
      return {
        pageSizes: INTEL[intelLargePages ?? '2M-1G'],
        source: 'VT-d capability register: SLLPS, FL1GP',
        assumed: intelLargePages
          ? null
          : 'the IOMMU is taken to have pages of 2 MiB and 1 GiB: no input shows its capabilities',
      };
    case 'amd':
      return amdTable === 'v2'
        ? { pageSizes: [K4, M2, G1], source: 'AMD_IOMMU_PGSIZES_V2', assumed: null }
        : { pageSizes: AMD_V1, source: 'AMD_IOMMU_PGSIZES', assumed: null };
    case 'smmu':
      return {
        pageSizes: SMMU[smmuGranule ?? 4096],
        source: 'arm_lpae_restrict_pgsizes()',
        assumed: smmuGranule ? null : 'the kernel’s pages are of 4 KiB: no input shows it',
      };
    default:
      return {
        pageSizes: [K4],
        source: 'the least that any has',
        assumed: 'pages of 4 KiB alone: what this IOMMU has is not known',
      };
  }
}
