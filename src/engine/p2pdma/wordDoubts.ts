import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import { type AcsBoot, pciAcsInit } from '../acs/pciAcsInit.ts';
import { withBootWords } from '../acs/withBootWords.ts';
import type { AssumptionId, Conditions } from '../kernel/conditions.ts';
import { CURRENT_ERAS, type Era } from '../kernel/eras.ts';
import { iommuOfCpu } from '../kernel/iommuOfCpu.ts';
import { type IommuUse, iommuUse } from '../kernel/iommuUse.ts';
import { buildTopology, type Topology } from '../pci/topology.ts';

/** The machine as it would run if an assumption were wrong. */
export interface WordDoubt {
  readonly assumption: AssumptionId;
  readonly topology: Topology;
}

/**
 * ACS control words that a boot made may rest on what was only assumed: that there is an IOMMU (or
 * none), that it is in use, what the firmware had left, or which kernel reads the command line. For
 * each such assumption: the machine as it would run otherwise (for kernels, once for each way in
 * which they do); nothing where the words come out the same. Words that are taken as they stand rest
 * on none of it.
 *
 * An empty command line is the default of the question itself and not counted as an assumption.
 *
 * @param asRead the machine before boot
 * @param boot what the boot made of its words
 */
export function wordDoubts(
  asRead: Topology,
  boot: AcsBoot,
  conditions: Conditions,
): readonly WordDoubt[] {
  if (conditions.acsWords.value === 'as-is') return [];
  const assumed = new Set(conditions.assumed.map(({ id }) => id));
  const doubts: WordDoubt[] = [];
  const known = [boot];
  const tryOut = (assumption: AssumptionId, topology: Topology, otherwise: Conditions) => {
    const other = pciAcsInit(topology, otherwise);
    if (known.some((each) => isSame(each, other))) return;
    if (assumption === 'kernel') known.push(other);
    const machine = withBootWords(topology.machine, other);
    doubts.push({ assumption, topology: buildTopology(machine) });
  };
  if (assumed.has('iommu'))
    tryOut('iommu', asRead, withIommu(conditions, otherHardware(conditions)));
  if (assumed.has('iommu-use')) tryOut('iommu-use', asRead, withIommu(conditions, UNUSED_VTD));
  if (assumed.has('acs-words')) {
    tryOut('acs-words', buildTopology(withoutFirmwareWords(asRead.machine)), conditions);
  }
  if (assumed.has('kernel') && conditions.cmdline.value.text.trim() !== '') {
    for (const era of UNLIKE_ERAS) tryOut('kernel', asRead, underKernel(conditions, era));
  }
  return doubts;
}

/** One kernel of each kind: rules see features only. */
const UNLIKE_ERAS = [...new Map(CURRENT_ERAS.map((era) => [era.features, era])).values()];

const UNUSED_VTD: IommuUse = { hardware: 'intel', mode: 'off', requestsAcs: false };

/** Kernels differ in what they make of ACS parameters, and of those that switch an IOMMU off. */
function underKernel(conditions: Conditions, era: Era): Conditions {
  const { kernel, iommu, cmdline } = conditions;
  const { hardware, isReported } = iommu.value;
  const use = isReported ? iommu.value : iommuUse(hardware, cmdline.value, era);
  return withIommu({ ...conditions, kernel: { value: era, source: kernel.source } }, use);
}

function withIommu(conditions: Conditions, value: IommuUse): Conditions {
  return { ...conditions, iommu: { value, source: conditions.iommu.source } };
}

function otherHardware({ iommu, cpu, cmdline, kernel }: Conditions): IommuUse {
  const hardware = iommu.value.hardware === 'none' ? iommuOfCpu(cpu.value) : 'none';
  return iommuUse(hardware, cmdline.value, kernel.value);
}

/** As if a kernel had set all that is set: the firmware left nothing. */
function withoutFirmwareWords(machine: Machine): Machine {
  const functions = machine.functions.map((fn) => {
    if (fn.acs === null || fn.acs === UNKNOWN) return fn;
    if (fn.acs.control === UNKNOWN || fn.acs.firmwareControl !== UNKNOWN) return fn;
    return { ...fn, acs: { ...fn.acs, firmwareControl: 0 } };
  });
  return { ...machine, functions };
}

function isSame(a: AcsBoot, b: AcsBoot): boolean {
  return (
    a.words.length === b.words.length &&
    a.words.every((word, index) => word.control === b.words[index]?.control)
  );
}
