import { useEffect, useState } from 'react';
import type { Explanation } from '../../engine/report.ts';
import type { Judge, Judgement } from '../judge.ts';
import type { Pair } from '../pairs/filterPairs.ts';

/** The explanation of a pair under the conditions of the judgement; the last one until it is there. */
export function useExplanation(
  judge: Judge,
  judgement: Judgement,
  pair: Pair | null,
): Explanation | null {
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  useEffect(() => {
    // Named because it is what the answer depends on, though the judge keeps its own copy.
    void judgement;
    let stale = false;
    if (pair) {
      void judge.explain(pair).then((answer) => {
        if (!stale) setExplanation(answer);
      });
    }
    return () => {
      stale = true;
    };
  }, [judge, judgement, pair]);
  return pair ? explanation : null;
}
