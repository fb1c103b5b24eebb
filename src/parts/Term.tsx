import { type KeyboardEvent, useId, useState } from 'react';
import { GLOSSARY, type TermId } from './glossary.ts';
import styles from './Term.module.css';

interface Props {
  readonly id: TermId;
  readonly children: string;
  /** Which edge of the term the text lines up with. */
  readonly align?: 'start' | 'end';
}

/** A term of art: pointing at it, or moving to it, shows what it means. Escape hides that again. */
export function Term({ id, children, align = 'start' }: Props) {
  const tip = useId();
  const [dismissed, setDismissed] = useState(false);
  const { text, source } = GLOSSARY[id];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDismissed(true);
  };
  const show = () => setDismissed(false);
  return (
    <span className={styles.place}>
      <button
        type="button"
        className={styles.term}
        aria-describedby={tip}
        onKeyDown={onKeyDown}
        onBlur={show}
        onPointerLeave={show}
      >
        {children}
      </button>
      <span
        id={tip}
        role="tooltip"
        className={styles.tip}
        data-align={align}
        data-dismissed={dismissed || undefined}
      >
        {text} <span className={styles.source}>{source}</span>
      </span>
    </span>
  );
}
