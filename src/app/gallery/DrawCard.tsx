import { FIRST } from '../commands/firstCommands.ts';
import { runCommand } from '../commands/useCommands.ts';
import styles from './Gallery.module.css';

/** Begins with an empty sheet. */
export function DrawCard() {
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        data-point="nothing"
        onClick={() => runCommand(FIRST.byId('document.new'))}
      >
        <span className={styles.picture} data-drawn>
          <svg className={styles.empty} viewBox="0 0 96 60" aria-hidden="true">
            <path d="M1 1h94v58H1z" />
            <path d="M48 22v16M40 30h16" />
          </svg>
        </span>
        <strong>Draw a machine</strong>
        <span className={styles.sentence}>
          An empty sheet, and beside it a catalogue of parts to drag onto it.
        </span>
      </button>
    </li>
  );
}
