import { type Answer, both } from '../../base/answer.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';
import type { AcsContext } from './acsContext.ts';
import { pciAcsEnabled } from './pciAcsEnabled.ts';

/**
 * Does every function from this one up to the root bus keep these ACS promises?
 *
 * Source: `pci_acs_path_enabled()` with the root bus as its end, drivers/pci/pci.c, the same in
 * Linux 5.4 to 7.1.
 */
export function pciAcsPathEnabled(
  topology: Topology,
  start: number,
  want: number,
  context: AcsContext,
): Answer {
  return wayUp(topology, start)
    .map((index) => pciAcsEnabled(functionAt(topology, index), want, context))
    .reduce(both);
}
