import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import type { Era } from '../engine/kernel/eras.ts';
import type { Conditions } from '../engine/report.ts';
import type { IommuHardware, IommuMode } from '../model/settings.ts';

/** What is to be other than in the document; `null`: the same. */
export interface OtherConditions {
  readonly kernel: Era | null;
  readonly mode: IommuMode | null;
}

/** What is asked for over what the document says. */
export function askedConditions(
  { kernel, mode }: OtherConditions,
  conditions: Conditions | null,
): Partial<ConditionRequest> {
  const hardware = mode === null || mode === 'off' ? null : hardwareFor(conditions);
  return {
    ...(kernel && { kernel }),
    ...(mode && { iommuMode: mode }),
    ...(hardware && { iommu: hardware }),
  };
}

/** A machine without an IOMMU is given that of its CPU: a mode needs one to be of. */
function hardwareFor(conditions: Conditions | null): IommuHardware | null {
  if (conditions?.iommu.value.hardware !== 'none') return null;
  const cpu = conditions.cpu.value;
  if (cpu.arch === 'arm64') return 'smmu';
  return cpu.vendor === 'AuthenticAMD' ? 'amd' : 'intel';
}
