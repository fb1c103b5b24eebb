import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { room } from '../room/room.ts';
import styles from './ExampleHint.module.css';

/** On the first visit: what this is, and how to see one's own. */
export function ExampleHint() {
  const setView = usePeerlane((state) => state.actions.setView);
  return (
    <aside className={styles.hint} aria-label="About this example">
      <p>
        <strong>This is an example.</strong> Paste the output of <code>lspci</code> anywhere to see
        yours.
      </p>
      <button type="button" className="small" onClick={() => room.set({ dialog: 'open' })}>
        How?
      </button>
      <button
        type="button"
        className={styles.close}
        aria-label="Dismiss this hint"
        onClick={() => setView({ isHintDismissed: true })}
      >
        <Icon name="close" />
      </button>
    </aside>
  );
}
