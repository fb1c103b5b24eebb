import { useMemo } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { Drawn } from '../state/drawn.ts';
import { type CheckSign, checkSigns } from './checkSigns.ts';

const NO_CHECKS: Parameters<typeof checkSigns>[1] = [];

/** What was found on the parts of the drawing; of an earlier state until the newest is answered. */
export function useCheckSigns(drawn: Drawn): {
  readonly signs: readonly CheckSign[];
  readonly isStale: boolean;
} {
  const checks = usePeerlane(({ results }) => results?.checks ?? NO_CHECKS);
  const isStale = usePeerlane(
    ({ results, document }) => results !== null && results.revision !== document?.revision,
  );
  const signs = useMemo(() => checkSigns(drawn, checks), [drawn, checks]);
  return useMemo(() => ({ signs, isStale }), [signs, isStale]);
}
