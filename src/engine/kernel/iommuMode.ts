import type { IommuHardware, IommuMode } from '../../model/settings.ts';
import type { KernelParameters } from './cmdline/kernelParameters.ts';
import type { KernelFeatures } from './features.ts';

/**
 * How a kernel uses the IOMMU there is: what the command line says, and without a word translated,
 * flushed in batches (lazy) on x86 and at once (strict) on ARM, as kernels are usually built. VT-d is
 * taken to be switched on without `intel_iommu=on`, as most distributions build it.
 *
 * Sources: iommu_setup() in arch/x86/kernel/pci-dma.c, detect_intel_iommu() in drivers/iommu/intel,
 * state_next() in drivers/iommu/amd/init.c, iommu_set_def_domain_type() and iommu_dma_setup() in
 * drivers/iommu/iommu.c, Linux 5.4 to 7.1; `iommu.strict` on VT-d and AMD-Vi: measured on 5.4, 5.10
 * and 5.15.
 */
export function iommuMode(
  hardware: Exclude<IommuHardware, 'none'>,
  parameters: KernelParameters,
  features: KernelFeatures,
): IommuMode {
  if (isOff(hardware, parameters, features)) return 'off';
  if (domainOf(hardware, parameters) === 'identity') return 'passthrough';
  return flushesAtOnce(hardware, parameters, features) ? 'strict' : 'lazy';
}

function isOff(
  hardware: IommuHardware,
  { iommu, intelIommu, amdIommu }: KernelParameters,
  features: KernelFeatures,
): boolean {
  if (hardware !== 'intel' && hardware !== 'amd') return false;
  if (iommu.includes('off')) return true;
  if (features.softEndsSearch && iommu.includes('soft')) return true;
  // VT-d can be switched back on, AMD-Vi has no word for it.
  if (hardware === 'amd') return amdIommu.includes('off');
  return intelIommu.lastIndexOf('off') > intelIommu.lastIndexOf('on');
}

function domainOf(
  hardware: IommuHardware,
  { defaultDomain, passthrough }: KernelParameters,
): KernelParameters['defaultDomain'] {
  // Only x86 reads `iommu=`.
  if (hardware !== 'smmu' && hardware !== 'other') return defaultDomain;
  if (passthrough === null) return null;
  return passthrough ? 'identity' : 'translated';
}

/** Whether the IOTLB forgets an address as soon as it is unmapped, also where the rest passes through. */
export function flushesAtOnce(
  hardware: IommuHardware,
  { strict, intelIommu, amdIommu }: KernelParameters,
  { strictParameter }: KernelFeatures,
): boolean {
  if (hardware === 'intel' && intelIommu.includes('strict')) return true;
  if (hardware === 'amd' && amdIommu.includes('fullflush')) return true;
  const isOnX86 = hardware === 'intel' || hardware === 'amd';
  if (isOnX86) return strictParameter === 'all' && strict === true;
  if (hardware === 'virtio') return strict === true;
  return strict ?? true;
}
