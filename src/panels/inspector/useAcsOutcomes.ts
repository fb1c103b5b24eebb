import { useMemo } from 'react';
import type { PciFunction } from '../../model/pciFunction.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { type AcsOutcomes, acsOutcomes } from './acsOutcome.ts';

/** What became of these functions' ACS words, as far as the engine has answered. */
export function useAcsOutcomes(functions: readonly PciFunction[]): AcsOutcomes {
  const document = usePeerlane((state) => state.document);
  const results = usePeerlane((state) => state.results);
  const isolated = usePeerlane((state) => state.isolated);
  return useMemo(
    () => acsOutcomes({ document, results, isolated }, functions),
    [document, results, isolated, functions],
  );
}
