import type { TermId } from '../../../parts/glossary.ts';

/** A stretch of text, and the term of art that it is. */
export interface TermPart {
  readonly text: string;
  readonly term: TermId | null;
}

/** Words of the call chain that have a sentence of their own. The longer ones come first. */
const WORDS: readonly (readonly [string, TermId])[] = [
  ['THRU_HOST_BRIDGE', 'verdict'],
  ['BUS_ADDR', 'verdict'],
  ['dma_virt_ops', 'dmaVirtOps'],
  ['dev->dma_ops', 'dmaMapOps'],
  ['table of operations', 'dmaMapOps'],
  ['dma-direct', 'dmaDirect'],
  ['iommu-dma', 'iommuDma'],
  ['bounce buffer', 'swiotlb'],
  ['bounced', 'swiotlb'],
  ['identity', 'identityDomain'],
  ['IOVA', 'iova'],
];

const ANY = new RegExp(
  `(?<![\\w-])(${WORDS.map(([word]) => word.replaceAll(/[.>-]/g, '\\$&')).join('|')})(?![\\w-])`,
);
const BY_WORD = new Map(WORDS);

/**
 * Sentences in their parts, in the order in which they stand in the view: a term stands out where it
 * comes first, so that it is one stop for the keyboard.
 *
 * @param known terms that stand elsewhere with their sentence
 */
export function termParts(
  texts: readonly string[],
  known: readonly TermId[] = [],
): readonly (readonly TermPart[])[] {
  const explained = new Set(known);
  return texts.map((text) => {
    const parts: TermPart[] = [];
    for (const part of text.split(ANY)) {
      if (part === '') continue;
      const term = BY_WORD.get(part) ?? null;
      if (term === null || explained.has(term)) addPlain(parts, part);
      else {
        explained.add(term);
        parts.push({ text: part, term });
      }
    }
    return parts;
  });
}

function addPlain(parts: TermPart[], text: string): void {
  const last = parts.at(-1);
  if (last?.term === null) parts[parts.length - 1] = { text: last.text + text, term: null };
  else parts.push({ text, term: null });
}
