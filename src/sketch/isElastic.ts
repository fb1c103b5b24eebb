import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** Parts of which the catalogue knows the link: what a named model can do is not up to a line. */
const FIXED: ReadonlySet<string> = new Set(
  CATALOGUE.flatMap((part) => {
    if (!('link' in part)) return [];
    return part.link.source?.quality === 'convention' ? [] : [part.id];
  }),
);

/**
 * Does it come in all sizes? Then what a line states of its link is also what this end can do: ports
 * are wired as they are needed, and a generic part stands for any of its kind.
 */
export function isElastic({ type, part }: Pick<PciFunction, 'type' | 'part'>): boolean {
  if (type === 'root-port' || type === 'downstream' || type === 'upstream') return true;
  const model = part?.model ?? null;
  return model === null || !FIXED.has(model);
}
