import type { Conditions } from '../../engine/report.ts';
import type { IommuHardware, IommuMode, Settings } from '../../model/settings.ts';

export const IOMMU_WORDS: Readonly<Record<IommuHardware, string>> = {
  none: 'none',
  intel: 'Intel VT-d',
  amd: 'AMD-Vi',
  smmu: 'ARM SMMU',
  virtio: 'virtio-iommu',
  other: 'of another kind',
};

export const IOMMU_MODE_WORDS: Readonly<Record<IommuMode, string>> = {
  off: 'off',
  passthrough: 'pass-through',
  strict: 'strict',
  lazy: 'lazy',
};

/** "Intel VT-d, strict"; "none, assumed". */
export function iommuWords(conditions: Conditions): string {
  const { value, source } = conditions.iommu;
  if (value.mode === 'none') return source === 'default' ? 'none, assumed' : 'none';
  return `${IOMMU_WORDS[value.hardware]}, ${IOMMU_MODE_WORDS[value.mode]}`;
}

export const ACS_WORDS: Readonly<Record<Settings['acsWords'], string>> = {
  'as-is': 'as they stand',
  boot: 'as booted',
};
