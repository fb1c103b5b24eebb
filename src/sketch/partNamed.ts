import { findPart, genericPart } from '../catalogue/catalogue.ts';
import type { CataloguePart, PartKind } from '../catalogue/part.ts';

const MOST_KEPT = 2_000;
const found = new Map<string, CataloguePart | null>();

/** As `findPart()`, which goes through the whole catalogue: asked for every line at every keystroke. */
export function partNamed(kind: PartKind, name: string): CataloguePart | null {
  const key = `${kind} ${name}`;
  let part = found.get(key);
  if (part === undefined) {
    part = findPart(kind, name);
    // Words that name nothing come from what is typed, and there is no end of them.
    if (found.size >= MOST_KEPT) found.clear();
    found.set(key, part);
  }
  return part;
}

const generic = new Map<PartKind, CataloguePart | null>();

/** As `genericPart()`, likewise. */
export function genericNamed(kind: PartKind): CataloguePart | null {
  let part = generic.get(kind);
  if (part === undefined) {
    part = genericPart(kind);
    generic.set(kind, part);
  }
  return part;
}
