import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import type { TermPart } from '../../terms/termsOf.ts';
import { chainTitle } from './mapperWords.ts';
import { termParts } from './termParts.ts';

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
export function chainTexts(
  report: Pick<MappingReport, 'chosen' | 'remarks' | 'options' | 'entries'>,
): ChainTexts {
  const { chosen, remarks } = report;
  const calls = chosen.chain.map(({ text }) => text);
  const { capability, structPages = '' } = chosen;
  const all = termParts([chainTitle(report), ...calls, capability.text, structPages, ...remarks]);
  return {
    title: all[0] ?? [],
    calls: all.slice(1, 1 + calls.length),
    capability: all[1 + calls.length] ?? [],
    structPages: all[2 + calls.length] ?? [],
    remarks: all.slice(3 + calls.length),
  };
}
