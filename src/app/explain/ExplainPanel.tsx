import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { FunctionId } from '../../model/ids.ts';
import { announcement } from '../../parts/explainWords.ts';
import type { Judge, Judgement } from '../judge.ts';
import type { Pair } from '../pairs/filterPairs.ts';
import styles from './ExplainPanel.module.css';
import { ExplanationText } from './ExplanationText.tsx';
import { Legend } from './Legend.tsx';
import { useExplanation } from './useExplanation.ts';

interface Props {
  readonly judge: Judge;
  readonly judgement: Judgement;
  readonly titles: ReadonlyMap<FunctionId, string>;
  readonly pair: Pair | null;
  /** Escape: back to the row that was chosen. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Wide enough for the explanation to stand beside the table; the same width as in the style sheet. */
const BESIDE = '(min-width: 1100px)';

/**
 * Why the chosen pair is judged as it is. Beside the table the focus stays in the row, so that one
 * can walk on; below the table, out of sight, the focus follows.
 */
export function ExplainPanel({ judge, judgement, titles, pair, onBack, onClose }: Props) {
  const explanation = useExplanation(judge, judgement, pair);
  const panel = useRef<HTMLElement>(null);
  const shown = explanation?.verdict;
  const shownPair = shown ? `${shown.provider} ${shown.client}` : null;

  useEffect(() => {
    if (shownPair === null) return;
    panel.current?.scrollTo({ top: 0 });
    if (matchMedia(BESIDE).matches) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'start' });
  }, [shownPair]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack();
  };
  return (
    <>
      <p className="unseen" role="status">
        {explanation && announcement(explanation)}
      </p>
      <section
        id="explanation"
        ref={panel}
        className={styles.panel}
        tabIndex={-1}
        aria-label={explanation ? 'Why this verdict' : 'What the verdicts mean'}
        onKeyDown={onKeyDown}
      >
        {explanation ? (
          <ExplanationText
            explanation={explanation}
            conditions={judgement.conditions}
            titles={titles}
            onClose={onClose}
          />
        ) : (
          <Legend hint="Choose a row to see why it is judged as it is, and what would change that." />
        )}
      </section>
    </>
  );
}
