import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt, type Topology } from '../pci/topology.ts';

/** A function as the kernel names it, by address; a drawn one without a number by its id. */
export function nameOf(fn: PciFunction): string {
  return functionName(fn);
}

/** The same for an id of this machine. */
export function nameOfId(topology: Topology, id: FunctionId): string {
  const place = topology.indexOf.get(id);
  return place === undefined ? id : nameOf(functionAt(topology, place));
}
