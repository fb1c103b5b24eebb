import type { FunctionId } from '../model/ids.ts';
import { partNamed } from './partNamed.ts';
import type { OpenDocument, PartId } from './state.ts';

/**
 * What a part is called where it is read out: its own name, else its address. In a drawn machine
 * addresses are nobody's words: there, what it is comes before them.
 */
export function calledPart({ machine, byId, titles }: OpenDocument, id: PartId): string {
  const fn = byId.get(id as FunctionId);
  if (!fn || fn.label !== null || machine.origin !== 'drawn') return partNamed(machine, id);
  return titles.get(fn.id) ?? partNamed(machine, id);
}
