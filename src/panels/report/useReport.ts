import { useMemo } from 'react';
import { isToldByChecks } from '../../engine/check/isToldByChecks.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { conditionsOf } from '../conditionsOf.ts';
import { type SortedRemarks, sortRemarks } from './sortRemarks.ts';
import { type Fact, understoodFacts } from './understoodFacts.ts';

export interface Report {
  readonly source: string;
  readonly format: string;
  readonly facts: readonly Fact[];
  readonly remarks: SortedRemarks;
}

/** The report on the document that is open; `null` while there is none. */
export function useReport(): Report | null {
  const document = usePeerlane((state) => state.document);
  const checks = usePeerlane((state) => state.results?.checks);
  return useMemo(() => {
    if (!document) return null;
    const { machine, origin } = document;
    const problems = origin.problems.filter((each) => !isToldByChecks(each, checks ?? []));
    return {
      source: origin.source,
      format: origin.format,
      facts: understoodFacts(machine, origin.settings),
      remarks: sortRemarks(problems, conditionsOf(machine).assumed),
    };
  }, [document, checks]);
}
