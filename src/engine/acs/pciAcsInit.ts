import { UNKNOWN } from '../../base/unknown.ts';
import type { ParameterRemark } from '../kernel/cmdline/kernelParameters.ts';
import type { Conditions } from '../kernel/conditions.ts';
import type { Topology } from '../pci/topology.ts';
import type { AcsHistory } from './acsHistory.ts';
import { readAcsLists, remarksNotApplied, remarksOnLists } from './acsLists.ts';
import { bootHistory } from './bootSteps.ts';

export type { AcsHistory, AcsStep } from './acsHistory.ts';

/** What a kernel makes of all ACS control words at boot. */
export interface AcsBoot {
  /** The words of functions that have the capability, in the machine's order; none when as-is. */
  readonly words: readonly AcsHistory[];
  /** What is wrong with the lists of the command line, on this machine, for this kernel. */
  readonly remarks: readonly ParameterRemark[];
}

/**
 * The ACS control words after boot: what the firmware left, what the kernel sets by itself where an
 * IOMMU asked for isolation, what the command line changes, and what the registers keep of it.
 * Where `conditions.acsWords` is `as-is`, nothing is done to them, and the command line's ACS
 * parameters are remarked on as not applied.
 *
 * Source: `pci_acs_init()` and `pci_enable_acs()`, drivers/pci/pci.c, Linux 5.4 to 7.1; run on 5.4
 * to 7.0.
 */
export function pciAcsInit(topology: Topology, conditions: Conditions): AcsBoot {
  const { features } = conditions.kernel.value;
  const parameters = conditions.cmdline.value;
  if (conditions.acsWords.value === 'as-is') {
    return { words: [], remarks: remarksNotApplied(parameters, features) };
  }
  const lists = readAcsLists(parameters, features);
  const words = topology.functions.flatMap(({ acs }, index) =>
    acs === null || acs === UNKNOWN ? [] : [bootHistory(topology, index, conditions, lists, acs)],
  );
  return { words, remarks: remarksOnLists(lists, topology) };
}
