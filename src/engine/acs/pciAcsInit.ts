import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
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

/** The machine with these control words: what all rules after boot look at. */
export function withBootWords(machine: Machine, boot: AcsBoot): Machine {
  const histories = new Map(boot.words.map((word) => [word.function, word]));
  if (histories.size === 0) return machine;
  let isChanged = false;
  const functions = machine.functions.map((fn) => {
    const { acs } = fn;
    const history = histories.get(fn.id);
    if (history === undefined || acs === null || acs === UNKNOWN) return fn;
    const { control, dwordAt8 = acs.dwordAt8 } = history;
    if (acs.control === control && acs.dwordAt8 === dwordAt8) return fn;
    isChanged = true;
    return { ...fn, acs: { ...acs, control, dwordAt8 } };
  });
  return isChanged ? { ...machine, functions } : machine;
}
