import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { Cpu, IommuHardware, IommuMode } from '../../model/settings.ts';
import type { KernelParameters } from './cmdline/kernelParameters.ts';
import type { Assumption, Condition, ConditionRequest } from './conditionTypes.ts';
import type { Era } from './eras.ts';
import { inferIommu } from './inferIommu.ts';
import { iommuMode } from './iommuMode.ts';
import { type IommuUse, iommuUse } from './iommuUse.ts';
import { requestsAcs } from './requestsAcs.ts';

/** What else decides about the IOMMU. */
interface Circumstances {
  readonly era: Era;
  readonly cpu: Cpu;
  readonly parameters: KernelParameters;
}

const TITLES: Readonly<Record<IommuHardware, string>> = {
  none: 'none',
  intel: 'Intel VT-d',
  amd: 'AMD-Vi',
  smmu: 'ARM SMMU',
  virtio: 'virtio-iommu',
  other: 'of another kind than the common ones',
};

/**
 * Which IOMMU there is and how it is used: as asked for, as the input says, as concluded from it, or
 * none. A mode that the machine reported holds as long as neither hardware nor command line is asked
 * for. What had to be assumed is added to `assumed`.
 */
export function resolveIommu(
  machine: Machine,
  request: ConditionRequest,
  circumstances: Circumstances,
  assumed: Assumption[],
): Condition<IommuUse> {
  const found = hardwareOf(machine, request, circumstances.cpu, assumed);
  const hardware = found.value;
  const mode = reportedMode(machine, request);
  if (hardware !== 'none' && mode !== null) {
    return { value: reportedUse(hardware, mode, circumstances), source: found.source };
  }
  if (found.source !== 'given') tellOfVtd(machine, hardware, circumstances.parameters, assumed);
  return {
    value: iommuUse(hardware, circumstances.parameters, circumstances.era),
    source: found.source,
  };
}

function hardwareOf(
  machine: Machine,
  request: ConditionRequest,
  cpu: Cpu,
  assumed: Assumption[],
): Condition<IommuHardware> {
  if (request.iommu !== null) return { value: request.iommu, source: 'given' };
  const { iommu, iommuMode: mode } = machine.settings;
  if (iommu !== UNKNOWN) return { value: iommu, source: 'input' };
  if (mode === null) return { value: 'none', source: 'input' };
  const inferred = inferIommu(machine, cpu);
  if (inferred) {
    const { hardware, from } = inferred;
    assumed.push({ id: 'iommu', text: `IOMMU ${TITLES[hardware]}: concluded from ${from}` });
    return { value: hardware, source: 'inferred' };
  }
  assumed.push({ id: 'iommu', text: 'no IOMMU: the input names none' });
  return { value: 'none', source: 'default' };
}

/** The mode that holds whatever the command line says; `null`: the command line decides. */
function reportedMode(machine: Machine, request: ConditionRequest): IommuMode | null {
  if (request.iommuMode !== null) return request.iommuMode;
  if (request.iommu !== null || request.cmdline !== null) return null;
  const { iommuMode: mode } = machine.settings;
  return mode === UNKNOWN ? null : mode;
}

function reportedUse(
  hardware: IommuHardware,
  mode: IommuMode,
  { era, parameters }: Circumstances,
): IommuUse {
  if (mode !== 'off') return { hardware, mode, requestsAcs: true, isReported: true };
  // It was switched off; whether too late for ACS, only the word that did so can tell.
  const { features } = era;
  const bySayingSo = hardware !== 'none' && iommuMode(hardware, parameters, features) === 'off';
  return {
    hardware,
    mode,
    requestsAcs: bySayingSo && requestsAcs(hardware, parameters, features),
    isReported: true,
  };
}

/** VT-d that nobody switched on or off, and no group shows in use: kernels are built either way. */
function tellOfVtd(
  machine: Machine,
  hardware: IommuHardware,
  { intelIommu, iommu }: KernelParameters,
  assumed: Assumption[],
): void {
  if (hardware !== 'intel') return;
  if (intelIommu.includes('on') || intelIommu.includes('off') || iommu.includes('off')) return;
  const isGrouped = machine.functions.some(
    ({ iommuGroup }) => iommuGroup !== null && iommuGroup !== UNKNOWN,
  );
  if (isGrouped) return;
  assumed.push({
    id: 'iommu-use',
    text: 'VT-d is in use without intel_iommu=on, as most distributions build their kernels',
  });
}
