import type { EffectiveAcs } from '../../../engine/report.ts';
import { Term } from '../../../parts/Term.tsx';
import { sourceWords } from '../acsOutcome.ts';
import { Fact, Facts, NotShown } from '../Facts.tsx';
import styles from './EffectiveFacts.module.css';

interface Props {
  readonly effective: EffectiveAcs | null;
  readonly isStale: boolean;
}

/** What grouping makes of the function: does it isolate, and what says so. */
export function EffectiveFacts({ effective, isStale }: Props) {
  if (effective === null) return null;
  const { isolates, source } = effective;
  return (
    <div className={styles.effective} data-stale={isStale || undefined}>
      <Facts>
        <Fact name="Isolates" term="acsIsolates">
          {isolates === 'unknown' ? <NotShown /> : <strong>{isolates}</strong>},{' '}
          {source.startsWith('quirk:') ? (
            <>
              <Term id="acsQuirk">by the kernel’s table</Term>
              {sourceWords(source).slice('by the kernel’s table'.length)}
            </>
          ) : (
            sourceWords(source)
          )}
        </Fact>
      </Facts>
    </div>
  );
}
