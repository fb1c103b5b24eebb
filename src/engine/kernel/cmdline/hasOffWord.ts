import type { IommuHardware } from '../../../model/settings.ts';

/** Whether kernels have a word that switches an IOMMU of this kind off: only those of x86 CPUs. */
export function hasOffWord(hardware: IommuHardware): boolean {
  return hardware === 'intel' || hardware === 'amd';
}
