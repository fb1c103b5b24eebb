import { UNKNOWN } from '../../base/unknown.ts';
import { isPort } from '../../build/changes/family.ts';
import type { CheckedPart } from '../../engine/check/check.ts';
import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';

/**
 * What a button that leads to a part says: the user's name for it; of a port without one, whose port
 * it is, where that has a name; else address or id.
 */
export function partWords(document: OpenDocument, part: CheckedPart): string {
  const { byId, machine } = document;
  const fn = byId.get(part as FunctionId);
  if (fn) return fn.label ?? portWords(document, fn) ?? addressWords(document, part) ?? fn.id;
  const slot = machine.slots.find(({ id }) => id === part);
  if (slot) return `slot ${slot.label ?? slot.id}`;
  const other = [...machine.hostBridges, ...machine.sockets].find(({ id }) => id === part);
  return other?.label ?? part;
}

/** A function's address; `null` for all else, and before it has one. */
export function addressWords({ byId }: OpenDocument, part: CheckedPart): string | null {
  const address = byId.get(part as FunctionId)?.address;
  return address ? formatAddress(address) : null;
}

/** `port of sw0, device 3` */
function portWords({ byId, machine }: OpenDocument, fn: PciFunction): string | null {
  const { parent, address } = fn;
  if (!isPort(fn) || parent === UNKNOWN || !address) return null;
  const above =
    parent.kind === 'function'
      ? byId.get(parent.id)
      : machine.hostBridges.find(({ id }) => id === parent.id);
  if (!above || above.label === null) return null;
  const number = address.function === 0 ? '' : `, function ${address.function}`;
  return `port of ${above.label}, device ${address.device}${number}`;
}

/** What of a part stands on the sheet: of a slot its ports, with what is said to be in it. */
export function onTheSheet({ machine }: OpenDocument, part: CheckedPart): readonly PartId[] {
  const slot = machine.slots.find(({ id }) => id === part);
  if (!slot) return [part];
  const inside = machine.functions.filter((fn) => fn.slot === slot.id && fn.physfn === null);
  return [...slot.ports, ...inside.map(({ id }) => id)];
}
