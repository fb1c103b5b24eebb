import { describeFunction } from '../formats/write/describeFunction.ts';
import type { Machine } from '../model/machine.ts';
import type { PciNames } from '../model/pciNames.ts';

/** What to call each function, in the machine's order. */
export function titlesOf(machine: Machine, names: PciNames | null): readonly string[] {
  return machine.functions.map((fn) => describeFunction(fn, names));
}
