import type { CataloguePart } from '../../../catalogue/part.ts';

/** The part that a document names as something's model: ids are unique over the catalogue. */
export function partOfModel(
  catalogue: readonly CataloguePart[],
  model: string | null | undefined,
): CataloguePart | null {
  if (!model) return null;
  return catalogue.find(({ id }) => id === model) ?? null;
}
