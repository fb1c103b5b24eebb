import { useEffect, useRef } from 'react';
import type { FabricWalk, Hop } from '../../engine/report.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { LinkedText } from '../LinkedText.tsx';
import styles from './Fabric.module.css';
import { hopWords, placeName } from './fabricWords.ts';
import { HOP_LOOKS } from './hopGlyphs.ts';

interface Props {
  readonly walk: FabricWalk;
  /** The hop that is being played; `null`: none of this walk. */
  readonly current: number | null;
  readonly isStale: boolean;
}

/** The way of a request, place by place. A click takes the play there. */
export function HopList({ walk, current, isStale }: Props) {
  const { hops } = walk;
  return (
    <ol className={styles.hops} aria-label={`The way of the ${walk.question.operation}`}>
      {hops.map((hop, index) => (
        <HopLine
          // biome-ignore lint/suspicious/noArrayIndexKey: one way, shown as it is
          key={index}
          hop={hop}
          index={index}
          isCurrent={index === current}
          isTurn={hop.packet === 'completion' && hops[index - 1]?.packet !== 'completion'}
          operation={walk.question.operation}
          isStale={isStale}
        />
      ))}
    </ol>
  );
}

interface LineProps {
  readonly hop: Hop;
  readonly index: number;
  readonly isCurrent: boolean;
  /** The first hop of what comes back. */
  readonly isTurn: boolean;
  readonly operation: 'write' | 'read';
  readonly isStale: boolean;
}

function HopLine({ hop, index, isCurrent, isTurn, operation, isStale }: LineProps) {
  const document = usePeerlane((state) => state.document);
  const play = usePeerlane((state) => state.play);
  const { startPlay, changePlay } = usePeerlane((state) => state.actions);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Not under the pointer: what one is about to click on stays where it is.
    if (isCurrent && !line.current?.parentElement?.matches(':hover')) {
      line.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isCurrent]);
  const { glyph, tone } = HOP_LOOKS[hop.action];
  const go = () => {
    if (isStale) return;
    if (play?.operation !== operation) startPlay(operation);
    changePlay({ hop: index, isRunning: false });
  };
  return (
    <li
      ref={line}
      className={styles.hop}
      data-current={isCurrent || undefined}
      data-turn={isTurn || undefined}
    >
      <svg className={styles.sign} data-tone={tone} viewBox="0 0 16 16" aria-hidden="true">
        <path d={glyph} />
      </svg>
      <div>
        <button
          type="button"
          className={styles.place}
          title="Show this step on the sheet"
          aria-current={isCurrent ? 'step' : undefined}
          aria-disabled={isStale}
          onClick={go}
        >
          <code>{placeName(hop.at, document)}</code> <span>{hopWords(hop)}</span>
        </button>
        <p>
          <LinkedText text={hop.text} /> <code className={styles.rule}>{hop.rule}</code>
        </p>
      </div>
    </li>
  );
}
