import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from '../Editor.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** On the button; what it says is done by Ctrl+Enter as well. */
  readonly action: string | null;
  /** Why it cannot be done yet. */
  readonly why?: string | null;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** A way to add entries, in the place of the table: Escape closes it. */
export function Form({ title, children, action, why = null, onAct, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const isAct = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isAct) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isAct) onClose();
    else if (why === null) onAct();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (why === null) onAct();
      }}
    >
      {children}
      <div className={styles.formEnd}>
        {action !== null && (
          <button type="submit" className="small primary" aria-disabled={why !== null || undefined}>
            {action}
          </button>
        )}
        <button type="button" className="small" onClick={onClose}>
          Close
        </button>
        <span role="status" className={styles.why}>
          {why}
        </span>
      </div>
    </form>
  );
}
