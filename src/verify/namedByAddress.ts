import { formatAddress } from '../model/address.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';

/**
 * A numbered machine with its functions named by their addresses, as those of a captured one are. What
 * has no address keeps its name. Only the tree is renamed: a drawn golden machine has no more.
 */
export function namedByAddress(machine: Machine): Machine {
  const names = new Map<FunctionId, FunctionId>(
    machine.functions.map((fn) => [
      fn.id,
      fn.address ? (formatAddress(fn.address) as FunctionId) : fn.id,
    ]),
  );
  const named = (id: FunctionId): FunctionId => names.get(id) ?? id;
  return {
    ...machine,
    functions: machine.functions.map((fn) => {
      const { parent } = fn;
      const above: typeof parent =
        parent !== 'unknown' && parent.kind === 'function'
          ? ({ kind: 'function', id: named(parent.id) } satisfies Parent)
          : parent;
      return {
        ...fn,
        id: named(fn.id),
        parent: above,
        physfn: fn.physfn === null ? null : named(fn.physfn),
      };
    }),
  };
}
