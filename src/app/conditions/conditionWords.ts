import { UNKNOWN } from '../../base/unknown.ts';
import { isEraSupported, NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { findEra } from '../../engine/kernel/findEra.ts';
import type { Conditions } from '../../engine/report.ts';
import type { IommuHardware, IommuMode, Settings } from '../../model/settings.ts';
import { cpuWords } from './cpuChoices.ts';

/** What an unknown CPU comes to, while it is unknown. */
export function unknownCpuWords({ cpu }: Conditions): string {
  if (cpu.source === 'inferred') return `${cpuWords(cpu.value)}, by its parts`;
  if (cpu.source === 'default') return `${cpuWords(cpu.value)}, assumed`;
  return 'not shown';
}

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

/** "Intel VT-d, strict" */
export function iommuWords({ iommu, iommuMode }: Settings): string {
  const hardware = iommu === UNKNOWN ? null : IOMMU_WORDS[iommu];
  const mode = iommuMode === UNKNOWN || iommuMode === null ? null : IOMMU_MODE_WORDS[iommuMode];
  if (hardware !== null && mode !== null) return `${hardware}, ${mode}`;
  return hardware ?? mode ?? 'not shown';
}

/** All conditions in one line, for where there is no room for more. */
export function conditionsSentence(settings: Settings, conditions: Conditions): string {
  const { kernel, cpu } = settings;
  const era = kernel === UNKNOWN ? null : findEra(kernel);
  const isJudged = era !== null && isEraSupported(era);
  const kernelWords = isJudged && era.id === kernel ? era.title : kernel;
  const parts = [
    isJudged ? kernelWords : `${NEWEST_ACCEPTED_ERA.title}, assumed`,
    cpu === UNKNOWN ? unknownCpuWords(conditions) : cpuWords(cpu),
    `IOMMU ${iommuWords(settings)}`,
  ];
  const count = conditions.assumed.length;
  if (count > 0) parts.push(`${count} assumed`);
  return parts.join(' · ');
}
