import { useState } from 'react';
import styles from './CountField.module.css';
import { MOST_AT_ONCE } from './mostAtOnce.ts';

interface Props {
  readonly count: number;
  readonly onCount: (count: number) => void;
}

/** How many of a part are taken at once. */
export function CountField({ count, onCount }: Props) {
  /** What is written just now, which may be no number yet. */
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <label className={styles.count} title="How many of a part are taken at once">
      <span aria-hidden="true">×</span>
      <input
        type="number"
        aria-label="How many at once"
        min={1}
        max={MOST_AT_ONCE}
        value={draft ?? count}
        onChange={(event) => {
          const { value, valueAsNumber } = event.target;
          setDraft(value);
          if (Number.isInteger(valueAsNumber)) {
            onCount(Math.min(Math.max(valueAsNumber, 1), MOST_AT_ONCE));
          }
        }}
        onBlur={() => setDraft(null)}
      />
    </label>
  );
}
