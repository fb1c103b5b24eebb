import { useRef, useState } from 'react';
import { focusSheet } from '../../parts/focusSheet.ts';
import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { Notice } from '../../store/state.ts';
import styles from './Notices.module.css';

const NONE: readonly Notice[] = [];

/** Words that come and go. Those that would go by themselves stay while somebody looks at them. */
export function Notices() {
  const notices = usePeerlane((state) => state.notices);
  const dismissNotice = usePeerlane((state) => state.actions.dismissNotice);
  const list = useRef<HTMLUListElement>(null);
  const [held, setHeld] = useState(NONE);
  const shown = [...held, ...notices.filter(({ id }) => held.every((one) => one.id !== id))];
  const hold = () => setHeld(shown);
  const release = () => setHeld(NONE);
  const dismiss = (id: number, button: HTMLButtonElement) => {
    // The button goes, and the focus with it: on to the next notice, else back to the drawing.
    if (document.activeElement === button) {
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      const at = buttons.indexOf(button);
      const next = buttons[at + 1] ?? buttons[at - 1];
      if (next) next.focus();
      else focusSheet();
    }
    setHeld((before) => before.filter((one) => one.id !== id));
    dismissNotice(id);
  };
  return (
    <ul
      ref={list}
      className={styles.notices}
      aria-label="Notices"
      aria-live="polite"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {shown.map(({ id, kind, text }) => (
        <li key={id} className={styles.notice} data-kind={kind}>
          <Icon name={kind === 'warning' ? 'warning' : 'check'} />
          <p>{text}</p>
          <button
            type="button"
            aria-label="Dismiss"
            onClick={({ currentTarget }) => dismiss(id, currentTarget)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
