import { Glyph } from '../../parts/Glyph.tsx';
import {
  formatCount,
  VERDICT_KINDS,
  VERDICT_WORDS,
  type VerdictCounts,
  type VerdictKind,
} from '../../parts/verdictWords.ts';
import styles from './MatrixFilters.module.css';
import { shownWords } from './shownWords.ts';

interface Props {
  /** Of the pairs shown, and of all. */
  readonly counts: VerdictCounts;
  readonly total: VerdictCounts;
  readonly only: VerdictKind | null;
  readonly onOnly: (only: VerdictKind | null) => void;
}

/** What the signs mean, and how many cells show each; pressed, a verdict stands out. */
export function VerdictLegend({ counts, total, only, onOnly }: Props) {
  const shown = shownWords(counts, total);
  return (
    <fieldset className={styles.legend}>
      <legend className="unseen">
        Verdicts: what the signs mean; press one to let it stand out
      </legend>
      {shown !== null && <span className={styles.shown}>{shown}</span>}
      {VERDICT_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.chip}
          data-kind={kind}
          aria-pressed={only === kind}
          title={VERDICT_WORDS[kind].meaning}
          onClick={() => onOnly(only === kind ? null : kind)}
        >
          <Glyph kind={kind} />
          {VERDICT_WORDS[kind].title}{' '}
          <span className={styles.count}>{formatCount(counts[kind])}</span>
        </button>
      ))}
    </fieldset>
  );
}
