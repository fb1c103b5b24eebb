import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { mapperTitle } from './mapperWords.ts';
import { type TermPart, termParts } from './termParts.ts';

type Parts = readonly TermPart[];

/** The sentences of the view, with their terms where each comes first. */
export interface ChainTexts {
  readonly title: Parts;
  readonly calls: readonly Parts[];
  readonly capability: Parts;
  readonly structPages: Parts;
  readonly remarks: readonly Parts[];
}

/** All sentences of the view, read from top to bottom. */
export function chainTexts({
  chosen,
  remarks,
}: Pick<MappingReport, 'chosen' | 'remarks'>): ChainTexts {
  const calls = chosen.chain.map(({ text }) => text);
  const { capability, structPages = '' } = chosen;
  const all = termParts([mapperTitle(chosen), ...calls, capability.text, structPages, ...remarks]);
  return {
    title: all[0] ?? [],
    calls: all.slice(1, 1 + calls.length),
    capability: all[1 + calls.length] ?? [],
    structPages: all[2 + calls.length] ?? [],
    remarks: all.slice(3 + calls.length),
  };
}
