import { useEffect, useState } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './ProgressLine.module.css';

/** What is done faster than this is not worth a word: it would only flicker. */
const SLOW_MS = 300;

/** What the engine is doing, when it takes longer than a moment. */
export function ProgressLine() {
  const opening = usePeerlane((state) => state.opening);
  const judging = usePeerlane((state) => state.judging);
  const isReading = opening.kind === 'reading';
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isReading) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [isReading]);

  const progress = isReading ? opening.progress : judging;
  const isShown = (isReading && isSlow) || (!isReading && judging !== null);
  const words = isReading
    ? `${progress?.doing ?? 'Reading'} ${opening.source}`
    : (judging?.doing ?? '');
  return (
    <div className={styles.place}>
      {isShown && (
        <progress
          className={styles.bar}
          aria-label={words}
          max={1}
          // Without a value it says "busy" and no more.
          {...(progress?.done == null ? {} : { value: progress.done })}
        />
      )}
      {/* A judgement under way is announced by what shows its results. */}
      {isShown && !isReading && <p className={styles.line}>{words}…</p>}
      <p className={isReading && isShown ? styles.line : 'unseen'} role="status">
        {isReading && isShown && `${words}…`}
      </p>
    </div>
  );
}
