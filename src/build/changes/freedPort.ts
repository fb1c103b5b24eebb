import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { familyOf, isPort } from './family.ts';
import { portLeft } from './links.ts';

/** The machine with the port above a device as if the device had left it: for what comes in its place. */
export function freedPort(machine: Machine, head: PciFunction): Machine {
  const { parent } = head;
  if (parent === UNKNOWN || parent.kind === 'host') return machine;
  const port = familyOf(machine).byId.get(parent.id);
  if (!port || !isPort(port)) return machine;
  const free = portLeft(machine, port, head);
  if (free === port) return machine;
  return { ...machine, functions: machine.functions.map((fn) => (fn === port ? free : fn)) };
}
