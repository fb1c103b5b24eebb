import type { Fix } from '../../engine/report.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { Glyph } from '../../parts/Glyph.tsx';
import { VERDICT_WORDS } from '../../parts/verdictWords.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { LinkedText } from '../LinkedText.tsx';
import styles from './ExplainedPair.module.css';

interface Props {
  readonly fixes: readonly Fix[];
  /** They answer an earlier state: not to be applied to this one. */
  readonly isStale: boolean;
}

/** What would make the verdict another one. Those that are no matter of hardware can be applied. */
export function Changes({ fixes, isStale }: Props) {
  return (
    <>
      <h3>What would change it</h3>
      <ul className={styles.changes}>
        {fixes.map((fix) => (
          <Change key={fix.kind} fix={fix} isStale={isStale} />
        ))}
      </ul>
    </>
  );
}

function Change({ fix, isStale }: { readonly fix: Fix; readonly isStale: boolean }) {
  const { edit } = usePeerlane((state) => state.actions);
  const { change, cmdline, text } = fix;
  const after = fix.verdictAfter ?? 'unknown';
  return (
    <li>
      <LinkedText text={text} />
      <div className={styles.after}>
        <span>Then:</span>
        <Glyph kind={after} />
        <span>{VERDICT_WORDS[after].title}</span>
        {change && (
          <button
            type="button"
            className="small"
            aria-disabled={isStale}
            onClick={() => !isStale && edit(change)}
          >
            Apply<span className="unseen">: {text}</span>
          </button>
        )}
      </div>
      {cmdline !== undefined && (
        <div className={styles.cmdline}>
          <code>{cmdline}</code>
          <CopyButton text={cmdline} what="the kernel parameter" />
        </div>
      )}
    </li>
  );
}
