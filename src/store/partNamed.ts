import { formatAddress } from '../model/address.ts';
import type { Machine } from '../model/machine.ts';
import type { PartId } from './edit.ts';

/** What to call a part in the title of a step: its name, else its address, else its id. */
export function partNamed(machine: Machine, id: PartId): string {
  const fn = machine.functions.find((each) => each.id === id);
  if (fn) return fn.label ?? (fn.address ? formatAddress(fn.address) : id);
  const others = [...machine.hostBridges, ...machine.sockets, ...machine.slots];
  return others.find((each) => each.id === id)?.label ?? id;
}

/** The same for several: `nic0`, `3 parts`. */
export function partsNamed(machine: Machine, ids: readonly PartId[]): string {
  const [only, ...others] = ids;
  return only === undefined || others.length > 0 ? `${ids.length} parts` : partNamed(machine, only);
}
