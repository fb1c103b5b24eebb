import type { CheckedPart } from '../../engine/check/check.ts';
import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';

/** What a button that leads to a part says: the user's name for it, else address or id. */
export function partWords({ byId, machine }: OpenDocument, part: CheckedPart): string {
  const fn = byId.get(part as FunctionId);
  if (fn) return fn.label ?? (fn.address ? formatAddress(fn.address) : fn.id);
  const slot = machine.slots.find(({ id }) => id === part);
  if (slot) return `slot ${slot.label ?? slot.id}`;
  const other = [...machine.hostBridges, ...machine.sockets].find(({ id }) => id === part);
  return other?.label ?? part;
}

/** What of a part stands on the sheet: of a slot its ports, with what is said to be in it. */
export function onTheSheet({ machine }: OpenDocument, part: CheckedPart): readonly PartId[] {
  const slot = machine.slots.find(({ id }) => id === part);
  if (!slot) return [part];
  const inside = machine.functions.filter((fn) => fn.slot === slot.id && fn.physfn === null);
  return [...slot.ports, ...inside.map(({ id }) => id)];
}
