import { readAcsLists, remarksOnLists } from '../../../engine/acs/acsLists.ts';
import { kernelParameters } from '../../../engine/kernel/cmdline/kernelParameters.ts';
import type { KernelFeatures } from '../../../engine/kernel/features.ts';
import { buildTopology, type Topology } from '../../../engine/pci/topology.ts';
import type { Machine } from '../../../model/machine.ts';

/** Something about a stretch of the command line that the kernel would not do as it is written. */
export interface CmdlineProblem {
  readonly start: number;
  readonly end: number;
  /** `error`: it is ignored, or ends the reading; `warning`: it is taken, with surprises. */
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

const topologies = new WeakMap<Machine['functions'], Topology>();

/** One tree for all that is typed while the machine stays as it is. */
function topologyOf(machine: Machine): Topology {
  let topology = topologies.get(machine.functions);
  if (!topology) {
    topology = buildTopology(machine);
    topologies.set(machine.functions, topology);
  }
  return topology;
}

/**
 * What this kernel, on this machine, finds wrong with the command line, in order of place. The lists
 * of devices are checked whether or not they are applied. All of it is the engine's own reading.
 */
export function checkCmdline(
  text: string,
  machine: Machine,
  features: KernelFeatures,
): readonly CmdlineProblem[] {
  const parameters = kernelParameters(text, features);
  const lists = readAcsLists(parameters, features);
  return [...parameters.remarks, ...remarksOnLists(lists, topologyOf(machine))]
    .map(({ span: { start, end }, severity, text: said }) => ({ start, end, severity, text: said }))
    .sort((a, b) => a.start - b.start);
}
