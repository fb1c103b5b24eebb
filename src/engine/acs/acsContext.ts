import type { Conditions } from '../kernel/conditions.ts';
import type { KernelFeatures } from '../kernel/features.ts';

/** What the kernel's table of devices that isolate by themselves asks of the machine. */
export interface AcsContext {
  /** `pci_request_acs()` was called: the chipset registers of Intel PCH root ports were set. */
  readonly requestsAcs: boolean;
  /** The firmware describes an AMD IOMMU (an IVRS table), whether it is in use or not. */
  readonly hasAmdIommu: boolean;
  /** From 7.0 on, broken Source Validation is taken as not there; without it, as on other switches. */
  readonly brokenSourceValidation?: KernelFeatures['brokenSourceValidation'];
  /** Id of the kernel's era, for rows of the table that came later; without it, all count. */
  readonly era?: string;
}

/** No IOMMU, and every row of the table. */
export const NO_IOMMU: AcsContext = { requestsAcs: false, hasAmdIommu: false };

/** What these conditions say of it. */
export function acsContextOf({ iommu, kernel }: Conditions): AcsContext {
  const { hardware, requestsAcs } = iommu.value;
  const { id, features } = kernel.value;
  const { brokenSourceValidation } = features;
  return { requestsAcs, hasAmdIommu: hardware === 'amd', era: id, brokenSourceValidation };
}
