import { isAsThePart } from '../../build/ableLink.ts';
import type { Change } from '../../build/change.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';

/**
 * Wires a drawn port so: what its link runs at and, where somebody said what the port could do, that
 * too. An unknown figure leaves the port's own.
 */
export function runAt(port: PciFunction, state: LinkState): Change {
  const capable = isAsThePart(port) ? null : state;
  return { kind: 'link', port: port.id, capable, current: state };
}
