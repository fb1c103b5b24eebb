import type { TermId } from '../../parts/glossary.ts';

/** A stretch of text, and the term of art that it is. */
export interface TermPart {
  readonly text: string;
  readonly term: TermId | null;
}

/** Words that have a sentence of their own. The longer ones come first. */
export type TermWords = readonly (readonly [string, TermId])[];

/**
 * Sentences in their parts, in the order in which they stand in the view: a term stands out where it
 * comes first, so that it is one stop for the keyboard.
 *
 * @param known terms that stand elsewhere with their sentence
 */
type TermParts = (
  texts: readonly string[],
  known?: readonly TermId[],
) => readonly (readonly TermPart[])[];

/** Finds these words in sentences. */
export function termsOf(words: TermWords): TermParts {
  const any = new RegExp(
    `(?<![\\w-])(${words.map(([word]) => word.replaceAll(/[.>-]/g, '\\$&')).join('|')})(?![\\w-])`,
  );
  const byWord = new Map(words);
  return (texts, known = []) => {
    const explained = new Set(known);
    return texts.map((text) => {
      const parts: TermPart[] = [];
      for (const part of text.split(any)) {
        if (part === '') continue;
        const term = byWord.get(part) ?? null;
        if (term === null || explained.has(term)) addPlain(parts, part);
        else {
          explained.add(term);
          parts.push({ text: part, term });
        }
      }
      return parts;
    });
  };
}

function addPlain(parts: TermPart[], text: string): void {
  const last = parts.at(-1);
  if (last?.term === null) parts[parts.length - 1] = { text: last.text + text, term: null };
  else parts.push({ text, term: null });
}
