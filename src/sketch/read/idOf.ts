import { formatAddress, type PciAddress, parseAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import { hungId } from '../hungId.ts';
import { readSaidAddress } from '../values/address.ts';
import type { Above, Place } from './above.ts';
import type { SaidAttributes } from './applyAttributes.ts';
import type { Draft } from './Draft.ts';
import type { NodeLine } from './readLines.ts';

/**
 * The id of a line's function: that of the document's part with this name, else the name; without
 * one the address, where it is given in full, else one made from the part above and the place below it.
 */
export function idOf(
  draft: Draft,
  { node, above, place }: Place,
  said: SaidAttributes,
  known: PciAddress | null = null,
  wish = above.around.switchPart ? hungId(above.id, place) : `${above.id}/${place}`,
): FunctionId {
  const address = addressOf(said, above) ?? known;
  const { name } = node;
  if (name && draft.names.isOwner(name.value, node)) {
    const before = draft.base.functions.named(name.value);
    if (before && !draft.ids.isTaken(before.id)) return draft.ids.forName(before.id) as FunctionId;
    const asCaptured = draft.origin === 'captured' && address ? formatAddress(address) : null;
    const own = asCaptured !== null && !draft.ids.isTaken(asCaptured) ? asCaptured : name.value;
    return draft.ids.forName(own) as FunctionId;
  }
  return draft.ids.derived(address ? formatAddress(address) : wish) as FunctionId;
}

function addressOf({ said }: SaidAttributes, above: Above): PciAddress | null {
  const at = said.get('at');
  const address = at ? readSaidAddress(at.value) : null;
  if (!address) return null;
  const { domain, bus, device, function: number } = address;
  if (bus === null || device === null || number === null) return null;
  return { domain: domain ?? above.domain, bus, device, function: number };
}

/** The name as label. One that is an address is an id and no label. */
export function labelOf(draft: Draft, { name }: NodeLine, id: FunctionId): string | null {
  if (!name || (name.value.includes(':') && parseAddress(name.value) !== null)) return null;
  const before = draft.base.functions.withId(id);
  // An id where a name stands is no label; where there is one, the text says another now.
  return before?.id === name.value && before.label === null ? null : name.value;
}
