import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { devicesBelow, familyOf } from './family.ts';
import { isImpliedPort } from './landing.ts';
import { portLeft } from './links.ts';
import { withoutParts } from './withoutParts.ts';

/**
 * The machine after a device was taken from below its port: a port that only stood for the device
 * goes with it, another one is free again.
 *
 * @param device its functions, as they stood there
 */
export function leftPort(machine: Machine, device: readonly PciFunction[]): Machine {
  const [first] = device;
  if (!first || first.parent === UNKNOWN || first.parent.kind === 'host') return machine;
  const family = familyOf(machine);
  const port = family.byId.get(first.parent.id);
  if (!port || devicesBelow(family, port.id).length > 0) return machine;
  if (isImpliedPort(machine, port)) {
    return withoutParts(machine, { functions: new Set([port.id]), hosts: new Set() });
  }
  return {
    ...machine,
    functions: machine.functions.map((fn) => (fn === port ? portLeft(machine, port, first) : fn)),
  };
}
