import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './Fields.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** On the button that ends it; `null`: changes are made as they are chosen. */
  readonly action: string | null;
  /** Why what it says cannot be done yet, or is not computed. */
  readonly why?: string | null;
  /** Something is still to be chosen, and nothing wrong yet. */
  readonly isOpen?: boolean;
  /** What it comes to, as long as nothing is wrong. */
  readonly says?: string;
  readonly onAct?: () => void;
  readonly onClose: () => void;
}

/** Properties in the place of the list: Escape closes it, Ctrl+Enter does what its button does. */
export function FlowForm({
  title,
  children,
  action,
  why = null,
  isOpen = false,
  says = '',
  onAct,
  onClose,
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, []);
  const act = () => {
    const wrong = form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (action === null) onClose();
    else if (why === null) onAct?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isAct = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isAct) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isAct) onClose();
    // What a field keeps with the same key is there in the next frame.
    else requestAnimationFrame(() => form.current?.requestSubmit());
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        act();
      }}
    >
      {children}
      <div className={styles.end}>
        {action !== null && (
          <button type="submit" className="small primary" aria-disabled={why !== null || undefined}>
            {action}
          </button>
        )}
        <button type="button" className="small" onClick={onClose}>
          {action === null ? 'Done' : 'Cancel'}
        </button>
        <p role="status" className={why === null || isOpen ? styles.says : styles.why}>
          {why ?? says}
        </p>
      </div>
    </form>
  );
}
