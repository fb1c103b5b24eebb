import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './OutlineLine.module.css';

interface Props {
  /** The user's own name for the part; empty without one. */
  readonly name: string;
  /** What it is called without one. */
  readonly placeholder: string;
  /** `null`: it stays as it was. */
  readonly onDone: (name: string | null, isByKey: boolean) => void;
}

/** A part's name, written in its line: Enter keeps it, Escape does not. */
export function RenameField({ name, placeholder, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(name);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (text: string | null, isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(text === null || text.trim() === name ? null : text.trim(), isByKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') done(draft, true);
    else if (event.key === 'Escape') done(null, true);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={field}
      className={styles.rename}
      aria-label={`Name of ${placeholder}`}
      placeholder={placeholder}
      value={draft}
      spellCheck={false}
      autoComplete="off"
      maxLength={200}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => done(draft, false)}
    />
  );
}
