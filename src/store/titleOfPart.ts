import { findPart } from '../catalogue/catalogue.ts';
import { PART_KINDS } from '../catalogue/part.ts';

/** What the catalogue calls the part of that id: `NVIDIA H100`; `null`: it has none. */
export function titleOfPart(id: string): string | null {
  for (const kind of PART_KINDS) {
    const part = findPart(kind, id);
    if (part) return part.title;
  }
  return null;
}
