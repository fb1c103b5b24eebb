import { formatAddress } from '../model/address.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';

const made = new WeakMap<Machine, ReadonlyMap<string, FunctionId>>();

/** Functions by the addresses that texts name them with; made once for each machine. */
export function functionsByName(machine: Machine): ReadonlyMap<string, FunctionId> {
  const known = made.get(machine);
  if (known) return known;
  const names = new Map(
    machine.functions.map((fn) => [fn.address ? formatAddress(fn.address) : fn.id, fn.id] as const),
  );
  made.set(machine, names);
  return names;
}
