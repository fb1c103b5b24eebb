import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { familyOf, householdOf } from './family.ts';

/**
 * The machine with these functions as the last below that bridge or on that root bus: behind
 * everything that is there already, so that parents stay before children. `added` has parents first.
 */
export function insertBelow(
  machine: Machine,
  parent: Parent,
  added: readonly PciFunction[],
): Machine {
  const family = familyOf(machine);
  const top = parent.kind === 'function' ? family.byId.get(parent.id) : undefined;
  const { functions: before } = householdOf(machine, family, top ? [top] : family.below(parent.id));
  const last = machine.functions.findLastIndex((fn) => before.has(fn.id));
  const at = last < 0 ? machine.functions.length : last + 1;
  const functions = machine.functions.toSpliced(at, 0, ...added);
  return { ...machine, functions };
}
