import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { CataloguePart, PartKind } from '../../catalogue/part.ts';
import { nameWord } from '../lexLine.ts';
import type { Suggestion } from '../sketch.ts';
import { partWords, sourceWords } from './partWords.ts';

const BY_KIND = new Map<PartKind, readonly Suggestion[]>();

/** Models of a kind, as the catalogue orders them. */
export function suggestModels(kind: PartKind): readonly Suggestion[] {
  const known = BY_KIND.get(kind);
  if (known) return known;
  const made = CATALOGUE.filter((part) => part.kind === kind && part.id !== kind).map(suggestion);
  BY_KIND.set(kind, made);
  return made;
}

function suggestion(part: CataloguePart): Suggestion {
  return {
    label: part.id,
    insert: nameWord(part.id),
    kind: 'model',
    detail: part.title,
    info: [partWords(part), part.note, sourceWords(part)].filter(Boolean).join('\n'),
  };
}
