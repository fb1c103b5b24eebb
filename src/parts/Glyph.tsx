import styles from './Glyph.module.css';
import { VERDICT_GLYPHS } from './verdictGlyphs.ts';
import type { VerdictKind } from './verdictWords.ts';

/** The sign of a verdict, always beside its word. */
export function Glyph({ kind }: { readonly kind: VerdictKind }) {
  return (
    <svg className={styles.glyph} data-kind={kind} viewBox="0 0 16 16" aria-hidden="true">
      <path d={VERDICT_GLYPHS[kind]} />
    </svg>
  );
}
