import { UNKNOWN } from '../../base/unknown.ts';
import { NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { findEra } from '../../engine/kernel/findEra.ts';
import type { Conditions } from '../../engine/report.ts';
import type { Settings } from '../../model/settings.ts';
import { ACS_WORDS, IOMMU_WORDS, iommuWords } from '../../panels/words/conditionWords.ts';
import { cpuWords } from './cpuChoices.ts';

/** What an unknown CPU comes to, while it is unknown. */
export function unknownCpuWords({ cpu }: Conditions): string {
  if (cpu.source === 'inferred') return `${cpuWords(cpu.value)}, by its parts`;
  if (cpu.source === 'default') return `${cpuWords(cpu.value)}, assumed`;
  return 'not shown';
}

/** What IOMMU there is while the input does not name one: what is concluded, or that none is assumed. */
export function unknownIommuWords({ iommu: { value, source } }: Conditions): string {
  if (source === 'inferred') return `${IOMMU_WORDS[value.hardware]}, by its traces`;
  return source === 'default' ? 'none, assumed' : 'not shown';
}

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
