import { Glyph } from '../../parts/Glyph.tsx';
import { VERDICT_WORDS } from '../../parts/verdictWords.ts';
import type { FunctionMarks } from './functionMarks.ts';
import styles from './LineMarks.module.css';

/** Signs at the end of a line; its name says the same in words. */
export function LineMarks({ marks }: { readonly marks: FunctionMarks }) {
  const { isProvider, isClient, verdict, redirects, isAcsHidden, link } = marks;
  return (
    <span className={styles.marks} aria-hidden="true">
      {redirects && (
        <span className={styles.acs} title="ACS control sends peers up to the root complex">
          ACS
          <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 14V9a4 4 0 0 1 8 0V3.5M9 6l3-3 3 3" />
          </svg>
        </span>
      )}
      {isAcsHidden && (
        <span className={styles.hidden} title="The input does not show the ACS control word">
          ?
        </span>
      )}
      {link && (
        <span
          className={styles.link}
          data-degraded={link.isDegraded || undefined}
          data-down={link.isDown || undefined}
          title={link.isDegraded ? 'Runs below what both ends could do' : undefined}
        >
          {link.text}
        </span>
      )}
      {verdict !== null && (
        <span className={styles.verdict} title={VERDICT_WORDS[verdict].title}>
          <Glyph kind={verdict} />
        </span>
      )}
      {isProvider && (
        <span className={styles.end} title="Provider">
          P
        </span>
      )}
      {isClient && (
        <span className={styles.end} title="Client">
          C
        </span>
      )}
    </span>
  );
}
