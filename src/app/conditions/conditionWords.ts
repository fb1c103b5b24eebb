import { UNKNOWN } from '../../base/unknown.ts';
import { isEraSupported, NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { findEra } from '../../engine/kernel/findEra.ts';
import type { Conditions } from '../../engine/report.ts';
import type { IommuHardware, Settings } from '../../model/settings.ts';
import { cpuWords } from './cpuChoices.ts';

/** First line of the kernel's menu: what holds when nothing is chosen. */
export function kernelFromInput({ kernel }: Settings): string {
  const newest = `${NEWEST_ACCEPTED_ERA.title}, assumed`;
  if (kernel === UNKNOWN) return newest;
  const era = findEra(kernel);
  return era && isEraSupported(era) ? `${kernel}, from the input` : newest;
}

/** First line of the CPU's menu. A conclusion or default shows only while it is in effect. */
export function cpuFromInput({ cpu }: Settings, { cpu: inEffect }: Conditions): string {
  if (cpu !== UNKNOWN) return `${cpuWords(cpu)}, from the input`;
  if (inEffect.source === 'inferred') return `${cpuWords(inEffect.value)}, by its parts`;
  if (inEffect.source === 'default') return `${cpuWords(inEffect.value)}, assumed`;
  return 'as the input has it';
}

const IOMMU_WORDS: Readonly<Record<IommuHardware, string>> = {
  none: 'none',
  intel: 'Intel VT-d',
  amd: 'AMD-Vi',
  smmu: 'ARM SMMU',
  virtio: 'virtio-iommu',
  other: 'of another kind',
};

/** "Intel VT-d, strict" */
export function iommuWords({ iommu, iommuMode }: Settings): string {
  const hardware = iommu === UNKNOWN ? null : IOMMU_WORDS[iommu];
  const mode = iommuMode === UNKNOWN ? null : iommuMode;
  if (hardware !== null && mode !== null) return `${hardware}, ${mode}`;
  return hardware ?? mode ?? 'not shown by the input';
}
