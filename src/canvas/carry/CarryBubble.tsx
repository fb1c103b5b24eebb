import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import styles from './carry.module.css';
import type { CarryWords } from './carryWords.ts';

const PLUS = 'M8 3v10M3 8h10';

/** What a drop would do, beside the hand. The live region says it, too. */
export function CarryBubble({ words }: { readonly words: CarryWords }) {
  const { look, what, more } = words;
  return (
    <>
      <p>
        {look !== 'plain' && (
          <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
            <path d={look === 'legal' ? PLUS : VERDICT_GLYPHS.NOT_SUPPORTED} />
          </svg>
        )}
        <strong>{what}</strong>
      </p>
      {more !== '' && <p className={styles.quiet}>{more}</p>}
    </>
  );
}
