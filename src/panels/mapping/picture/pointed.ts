import type { MappingAbout } from '../../../layout/mapping/mappingScene.ts';

/** What is pointed at: an output with all its entries, or one entry with where it goes. */
export interface Pointed {
  readonly output: number | null;
  readonly entry: number | null;
}

export const NOTHING_POINTED: Pointed = { output: null, entry: null };

/** Does a thing belong to what is pointed at? */
export function isPointed(about: MappingAbout | null, { output, entry }: Pointed): boolean {
  if (about === null) return false;
  if (entry !== null) return entry >= about.first && entry < about.first + about.count;
  return (
    output !== null &&
    about.output !== null &&
    output >= about.output &&
    output < about.output + about.outputs
  );
}
