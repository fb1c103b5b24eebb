import type { Conditions, Explanation, FabricComparison } from '../../engine/report.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { VERDICT_WORDS } from '../../parts/verdictWords.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { Changes } from './Changes.tsx';
import styles from './ExplainedPair.module.css';
import { Fabric } from './Fabric.tsx';
import { Facts } from './Facts.tsx';
import { LogLines } from './LogLines.tsx';
import { Reasons } from './Reasons.tsx';
import { Settling } from './Settling.tsx';

interface Props {
  readonly explanation: Explanation;
  readonly conditions: Conditions;
  /** `null`: not asked yet. */
  readonly comparison: FabricComparison | null;
  /** The comparison answers an earlier state. */
  readonly isComparisonStale: boolean;
  readonly isStale: boolean;
}

/** One verdict in full: what, for whom, why, in the kernel's words, and what would change it. */
export function ExplainedPair({
  explanation,
  conditions,
  comparison,
  isComparisonStale,
  isStale,
}: Props) {
  const { choose } = usePeerlane((state) => state.actions);
  const { verdict, reasons, log, advice, fixes } = explanation;
  const { provider, client } = verdict;
  const kind = verdict.mapType ?? 'unknown';
  return (
    <div className={styles.panel}>
      <UpdatingTag isStale={isStale} />
      <div
        className={styles.explained}
        data-kind={kind}
        data-stale={isStale || undefined}
        aria-busy={isStale}
      >
        <header className={styles.head}>
          <h2>
            <Glyph kind={kind} />
            {VERDICT_WORDS[kind].title} <code>{verdict.possible.join(' or ')}</code>
          </h2>
          <p title={VERDICT_WORDS[kind].meaning}>{VERDICT_WORDS[kind].meaning}</p>
          <button
            type="button"
            className="small"
            onClick={() => choose({ provider: client, client: provider })}
          >
            Swap provider and client
          </button>
          <button
            type="button"
            className="small"
            onClick={() => choose({ provider: null, client: null })}
          >
            Clear
          </button>
        </header>
        <div className={styles.columns}>
          <Facts verdict={verdict} conditions={conditions} />
          <Reasons reasons={reasons} />
          <Fabric comparison={comparison} isStale={isStale || isComparisonStale} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable */}
          <section className={styles.column} tabIndex={0} aria-label="Changes and the kernel’s log">
            {fixes.length > 0 && <Changes fixes={fixes} isStale={isStale} />}
            {log.length > 0 && <LogLines log={log} advice={advice} />}
            {kind === 'unknown' && <Settling verdict={verdict} />}
            {kind !== 'unknown' && fixes.length === 0 && log.length === 0 && (
              <p className={styles.none}>
                The kernel would log nothing, and no single change was found that flips this
                verdict.
              </p>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}
