import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { CataloguePart } from '../catalogue/part.ts';

const BY_ID: ReadonlyMap<string, CataloguePart> = new Map(CATALOGUE.map((part) => [part.id, part]));

/** The catalogue's part of that id. */
export function partById(id: string): CataloguePart | null {
  return BY_ID.get(id) ?? null;
}
