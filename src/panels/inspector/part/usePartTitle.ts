import type { PciFunction } from '../../../model/pciFunction.ts';
import { useCatalogue } from '../later/useCatalogue.ts';
import { partOfModel } from './partOfModel.ts';

/** What the catalogue calls the part that a function was made from; `null`: from none, or not fetched yet. */
export function usePartTitle({ part }: PciFunction): string | null {
  const fetched = useCatalogue();
  if (fetched.kind !== 'there') return null;
  const found = partOfModel(fetched.part.CATALOGUE, part?.model);
  // A platform is more than each of its functions.
  return found === null ? null : found.kind === 'host' ? `part of ${found.title}` : found.title;
}
