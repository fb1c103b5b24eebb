import { deviceOf, familyOf, isPort } from '../../../build/changes/family.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/** The devices of functions, each once and by its first function; ports and virtual functions are none. */
export function devicesOf(
  machine: Machine,
  functions: readonly PciFunction[],
): readonly FunctionId[] {
  const family = familyOf(machine);
  const heads = new Set<FunctionId>();
  for (const fn of functions) {
    if (fn.physfn !== null || isPort(fn)) continue;
    heads.add(deviceOf(family, fn)[0]?.id ?? fn.id);
  }
  return [...heads];
}
