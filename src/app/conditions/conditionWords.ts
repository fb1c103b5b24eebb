import { UNKNOWN } from '../../base/unknown.ts';
import { NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
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

/** What IOMMU there is while the input does not name one: what is concluded, or that none is assumed. */
export function unknownIommuWords({ iommu: { value, source } }: Conditions): string {
  if (source === 'inferred') return `${IOMMU_WORDS[value.hardware]}, by its traces`;
  return source === 'default' ? 'none, assumed' : 'not shown';
}

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

/** All conditions in one line, for where there is no room for more. */
export function conditionsSentence(settings: Settings, conditions: Conditions): string {
  const { kernel, cpu } = settings;
  const era = kernel === UNKNOWN ? null : findEra(kernel);
  const isJudged = era !== null;
  const kernelWords = isJudged && era.id === kernel ? era.title : kernel;
  const parts = [
    isJudged ? kernelWords : `Linux ${NEWEST_ACCEPTED_ERA.id}, assumed`,
    cpu === UNKNOWN ? unknownCpuWords(conditions) : cpuWords(cpu),
    `IOMMU ${iommuWords(conditions)}`,
    `ACS words ${ACS_WORDS[conditions.acsWords.value]}`,
  ];
  const count = conditions.assumed.length;
  if (count > 0) parts.push(`${count} assumed`);
  return parts.join(' · ');
}
