import { useState } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { Notice } from '../../store/state.ts';
import styles from './Notices.module.css';

const NONE: readonly Notice[] = [];

/** Words that come and go. Those that would go by themselves stay while somebody looks at them. */
export function Notices() {
  const notices = usePeerlane((state) => state.notices);
  const dismissNotice = usePeerlane((state) => state.actions.dismissNotice);
  const [held, setHeld] = useState(NONE);
  const shown = [...held, ...notices.filter(({ id }) => held.every((one) => one.id !== id))];
  const hold = () => setHeld(shown);
  const release = () => setHeld(NONE);
  const dismiss = (id: number) => {
    setHeld(held.filter((one) => one.id !== id));
    dismissNotice(id);
  };
  return (
    <ul
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
          <button type="button" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
