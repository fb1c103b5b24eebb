import type { PairVerdict } from '../../engine/report.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { VERDICT_WORDS } from '../../parts/verdictWords.ts';
import styles from './VerdictCell.module.css';

interface Props {
  readonly verdict: PairVerdict;
  readonly id: string;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

/** The verdict is the row's button: it leads to why. The click is taken by the row as a whole. */
export function VerdictCell({ verdict, id, isChosen, isTabStop, onFocus }: Props) {
  const kind = verdict.mapType ?? 'unknown';
  const { title } = VERDICT_WORDS[kind];
  const isAssumed = verdict.confidence === 'assumed';
  return (
    <td className={styles.cell} data-kind={kind}>
      <button
        type="button"
        id={id}
        data-row
        className={styles.button}
        aria-expanded={isChosen}
        aria-controls="explanation"
        aria-label={`${title}${isAssumed ? ', assumed' : ''}. Why ${verdict.provider} to ${verdict.client}?`}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={onFocus}
      >
        <Glyph kind={kind} />
        {title}
      </button>
      <div className={styles.detail}>
        <code>{verdict.possible.join(' or ')}</code>
        {isAssumed && ' assumed'}
      </div>
    </td>
  );
}
