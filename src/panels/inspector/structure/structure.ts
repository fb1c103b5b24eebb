import { canApply } from '../../../build/canApply.ts';
import type { Change } from '../../../build/change.ts';
import { CATALOGUE } from '../../../catalogue/catalogue.ts';
import type { CataloguePart, PartKind } from '../../../catalogue/part.ts';
import type { Machine } from '../../../model/machine.ts';
import { problemWords } from '../../../store/problemWords.ts';

/** Why these changes cannot be made, in words; `null` when each of them can. Fetched when needed. */
export function refusalOf(machine: Machine, changes: readonly Change[]): string | null {
  for (const change of changes) {
    const problem = canApply(machine, change);
    if (problem !== null) return problemWords(problem);
  }
  return null;
}

/** The catalogue's parts of those kinds, those without a maker first. */
export function partsOfKinds(kinds: readonly PartKind[]): readonly CataloguePart[] {
  const parts = CATALOGUE.filter(({ kind }) => kinds.includes(kind));
  const isGeneric = ({ id, kind }: CataloguePart) => id === kind;
  return [...parts.filter(isGeneric), ...parts.filter((part) => !isGeneric(part))];
}
