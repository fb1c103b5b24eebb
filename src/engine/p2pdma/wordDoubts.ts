import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import { type AcsBoot, pciAcsInit, withBootWords } from '../acs/pciAcsInit.ts';
import type { AssumptionId, Conditions } from '../kernel/conditions.ts';
import { CURRENT_ERAS } from '../kernel/eras.ts';
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
 * each such assumption: the machine as it would run otherwise; nothing where the words come out the
 * same. Words that are taken as they stand rest on none of it.
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
  const tryOut = (assumption: AssumptionId, topology: Topology, otherwise: Conditions) => {
    const other = pciAcsInit(topology, otherwise);
    if (doubts.some((doubt) => doubt.assumption === assumption) || isSame(boot, other)) return;
    const machine = withBootWords(topology.machine, other);
    doubts.push({ assumption, topology: buildTopology(machine) });
  };
  if (assumed.has('iommu'))
    tryOut('iommu', asRead, withIommu(conditions, otherHardware(conditions)));
  if (assumed.has('iommu-use')) tryOut('iommu-use', asRead, withIommu(conditions, UNUSED_VTD));
  if (assumed.has('acs-words')) {
    tryOut('acs-words', buildTopology(withoutFirmwareWords(asRead.machine)), conditions);
  }
  if (assumed.has('kernel') && namesFunctions(conditions)) {
    for (const kernel of CURRENT_ERAS) {
      const value = { value: kernel, source: conditions.kernel.source };
      tryOut('kernel', asRead, { ...conditions, kernel: value });
    }
  }
  return doubts;
}

const UNUSED_VTD: IommuUse = { hardware: 'intel', mode: 'off', requestsAcs: false };

/** Kernels differ in what they make of parameters that name functions. */
function namesFunctions({ cmdline: { value } }: Conditions): boolean {
  return value.disableAcsRedir !== null || value.configAcs !== null;
}

function withIommu(conditions: Conditions, value: IommuUse): Conditions {
  return { ...conditions, iommu: { value, source: conditions.iommu.source } };
}

function otherHardware({ iommu, cpu, cmdline, kernel }: Conditions): IommuUse {
  const ofCpu = cpu.value.vendor === 'AuthenticAMD' ? 'amd' : 'intel';
  const hardware = iommu.value.hardware === 'none' ? ofCpu : 'none';
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
