import type { Cpu, IommuHardware } from '../../model/settings.ts';

/** The kind of IOMMU that comes with a CPU, where there is one. */
export function iommuOfCpu({ arch, vendor }: Cpu): Exclude<IommuHardware, 'none'> {
  if (arch === 'arm64') return 'smmu';
  if (arch !== 'x86') return 'other';
  return vendor === 'AuthenticAMD' || vendor === 'HygonGenuine' ? 'amd' : 'intel';
}
