import { type Problem, problemNote } from '../../../base/problem.ts';
import type { Cpu, IommuHardware } from '../../../model/settings.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { settleFirst } from './settleFirst.ts';

export interface SettledHardware {
  readonly hardware: IommuHardware | null;
  readonly problems: readonly Problem[];
}

const TITLES: Readonly<Record<IommuHardware, string>> = {
  none: 'none',
  intel: 'Intel VT-d',
  amd: 'AMD-Vi',
  smmu: 'an Arm SMMU',
  virtio: 'virtio-iommu',
  other: 'of another kind',
};

/** `DMAR: IOMMU enabled` follows from `intel_iommu=on`, which people set on AMD machines too. */
const couldBeIntel = (cpu: Cpu | null): boolean =>
  cpu === null || cpu.vendor === 'GenuineIntel' || cpu.vendor === 'CentaurHauls';

/** Which IOMMU the machine has. That none is mentioned proves nothing: logs are cut and rotate. */
export function settleIommuHardware(
  evidence: readonly Evidence[],
  cpu: Cpu | null,
): SettledHardware {
  const all = evidenceOf(evidence, 'iommu-hardware');
  const certain = all.filter((one) => one.certain);
  const { first, problems } = settleFirst('kinds of IOMMU', certain, (one) => one.hardware);
  if (first) {
    const text = `The IOMMU is ${TITLES[first.hardware]} (${first.source}).`;
    return {
      hardware: first.hardware,
      problems: [problemNote(text, { line: first.line, treatment: 'understood' }), ...problems],
    };
  }
  const weak = all[0];
  if (weak) {
    const taken = couldBeIntel(cpu);
    const text = taken
      ? 'The IOMMU is taken to be Intel VT-d: the log says that intel_iommu=on was read, though nothing of the hardware.'
      : 'The log says that intel_iommu=on was read; on a CPU that is not from Intel this says nothing about its IOMMU.';
    const treatment = taken ? 'guessed' : 'ignored';
    const note = problemNote(text, { line: weak.line, treatment });
    return { hardware: taken ? weak.hardware : null, problems: [note] };
  }
  return { hardware: null, problems: [] };
}
