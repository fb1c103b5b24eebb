import type { Ref } from 'react';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import styles from './Bubble.module.css';

/** What stands beside a hand that is at something. */
export interface BubbleWords {
  readonly look: 'legal' | 'refused' | 'plain';
  readonly what: string;
  readonly more: string;
}

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly words: BubbleWords;
  /** What can be done adds something, and has a sign for that. */
  readonly isAdding?: boolean;
}

const PLUS = 'M8 3v10M3 8h10';

/** What letting go would do, beside the hand. The live region says it, too. */
export function Bubble({ ref, words: { look, what, more }, isAdding = false }: Props) {
  const legal = isAdding ? PLUS : null;
  const sign = look === 'refused' ? VERDICT_GLYPHS.NOT_SUPPORTED : look === 'legal' ? legal : null;
  return (
    <div ref={ref} className={styles.bubble} data-look={look}>
      <p>
        {sign !== null && (
          <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
            <path d={sign} />
          </svg>
        )}
        <strong>{what}</strong>
      </p>
      {more !== '' && <p className={styles.quiet}>{more}</p>}
    </div>
  );
}
