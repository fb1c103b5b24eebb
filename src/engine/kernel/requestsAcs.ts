import type { IommuHardware } from '../../model/settings.ts';
import type { KernelParameters } from './cmdline/kernelParameters.ts';
import type { KernelFeatures } from './features.ts';
import { iommuMode } from './iommuMode.ts';

/**
 * Whether `pci_request_acs()` is called: by every kind of IOMMU that is there and not switched off,
 * with pass-through as well. `amd_iommu=off` is looked at too late for it up to 6.18.
 *
 * Sources: detect_intel_iommu() in drivers/iommu/intel/dmar.c, detect_ivrs() in
 * drivers/iommu/amd/init.c, iort_init_platform_devices() and acpi_viot_early_init() in drivers/acpi,
 * of_iommu_configure() users, Linux 6.1 to 7.1; the patch "Enable PCIe ACS only if AMD IOMMU is on",
 * iommu list, October 2025.
 */
export function requestsAcs(
  hardware: IommuHardware,
  parameters: KernelParameters,
  features: KernelFeatures,
): boolean {
  if (hardware === 'none') return false;
  if (iommuMode(hardware, parameters, features) !== 'off') return true;
  return features.amdOffRequestsAcs && isFoundAndOff(hardware, parameters, features);
}

/** AMD-Vi is looked for, found, and only then seen to be off; other words end the search before. */
function isFoundAndOff(
  hardware: IommuHardware,
  parameters: KernelParameters,
  features: KernelFeatures,
): boolean {
  if (hardware !== 'amd') return false;
  return iommuMode(hardware, { ...parameters, amdIommu: [] }, features) !== 'off';
}
