import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import type { DropPlace } from '../carried.ts';
import { familyOf, isPort } from '../changes/family.ts';
import type { Landing } from '../changes/landing.ts';
import { partName } from '../partName.ts';
import { nameOf } from '../wholeName.ts';
import { isSlot } from './resolvePlace.ts';

/** Where one device lands, for people: `on port rp3`, `below sw1, on a new port`, `in slot0`. */
export function landingWords(machine: Machine, place: DropPlace, landing: Landing): string {
  if (place !== 'sheet' && isSlot(machine, place)) return `in ${nameOf(machine, place)}`;
  if (landing.kind === 'new-port')
    return `below ${parentName(machine, landing.beside)}, on a new port`;
  return placedWords(machine, landing.to);
}

function placedWords(machine: Machine, to: Parent): string {
  const fn = to.kind === 'function' ? familyOf(machine).byId.get(to.id) : undefined;
  if (!fn) return `on the bus of ${parentName(machine, to)}`;
  return isPort(fn) ? `on ${portName(machine, fn)}` : `below ${partName(fn)}`;
}

/** Several, wherever they land below it: `below sw1`. */
export function belowWords(machine: Machine, place: DropPlace, to: Parent): string {
  if (place !== 'sheet' && isSlot(machine, place)) return `in ${nameOf(machine, place)}`;
  return `below ${parentName(machine, to)}`;
}

export function parentName(machine: Machine, parent: Parent): string {
  return nameOf(machine, parent.id);
}

/** `port rp3`; one without a name by its switch: `a port of sw1`. */
export function portName(machine: Machine, port: PciFunction): string {
  if (port.label !== null || port.parent === UNKNOWN) return `port ${partName(port)}`;
  const above = nameOf(machine, port.parent.id);
  return port.address === null ? `a port of ${above}` : `port ${partName(port)} of ${above}`;
}
