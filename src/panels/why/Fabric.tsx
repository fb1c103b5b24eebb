import { useState } from 'react';
import type { FabricComparison } from '../../engine/report.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { LinkedText } from '../LinkedText.tsx';
import columns from './ExplainedPair.module.css';
import styles from './Fabric.module.css';
import { fateOf } from './fabricWords.ts';
import { HopList } from './HopList.tsx';

interface Props {
  /** `null`: still being asked. */
  readonly comparison: FabricComparison | null;
  /** It answers an earlier state: nothing to be played. */
  readonly isStale: boolean;
}

const OPERATIONS = ['write', 'read'] as const;

/** What ports and root complex do with the pair's requests, and where that is not what Linux says. */
export function Fabric({ comparison, isStale }: Props) {
  const play = usePeerlane((state) => state.play);
  const { startPlay, changePlay } = usePeerlane((state) => state.actions);
  const [chosen, setChosen] = useState<'write' | 'read'>('write');
  const shown = play?.operation ?? chosen;
  const show = (operation: 'write' | 'read') => {
    setChosen(operation);
    if (play && play.operation !== operation) {
      startPlay(operation);
      changePlay({ isRunning: false });
    }
  };
  const walk = comparison?.[shown] ?? null;
  const fate = walk && fateOf(walk);
  return (
    <section
      className={columns.column}
      data-stale={isStale || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable
      tabIndex={0}
      aria-labelledby="why-fabric"
    >
      <div className={columns.titled}>
        <h3 id="why-fabric">What the fabric does</h3>
        <div className={styles.choice}>
          {OPERATIONS.map((operation) => (
            <button
              key={operation}
              type="button"
              className="small"
              aria-pressed={operation === shown}
              onClick={() => show(operation)}
            >
              {operation === 'write' ? 'Write' : 'Read'}
            </button>
          ))}
        </div>
      </div>
      {!walk || !fate ? (
        <p className={columns.none}>Following the requests…</p>
      ) : (
        <>
          <div className={styles.fate}>
            <Glyph kind={fate.kind} />
            <span>{fate.text}</span>
            <button
              type="button"
              className="small"
              aria-disabled={isStale}
              onClick={() => !isStale && startPlay(shown)}
            >
              <Icon name="play" /> Play {shown}
            </button>
          </div>
          <Differences differences={comparison?.differences ?? []} />
          <HopList
            walk={walk}
            current={play?.operation === shown && !isStale ? play.hop : null}
            isStale={isStale}
          />
        </>
      )}
    </section>
  );
}

function Differences({ differences }: { readonly differences: readonly string[] }) {
  if (differences.length === 0) return null;
  return (
    <div className={styles.differences}>
      <h4>Where the two differ</h4>
      <ul>
        {differences.map((text) => (
          <li key={text}>
            <LinkedText text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
