import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';

/**
 * Does a machine show ids without names, or names without ids? Only then is the table of names
 * worth fetching. Ids decide: the kernel's list of host bridges goes by them.
 */
export function needsNames(machine: Machine): boolean {
  return machine.functions.some(({ pciId, classCode, names, label }) => {
    const isNamed = names.vendor !== null || names.device !== null;
    if (pciId === UNKNOWN) return isNamed;
    return (label === null && !isNamed) || (classCode === UNKNOWN && names.className !== null);
  });
}
