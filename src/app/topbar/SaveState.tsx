import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './TopBar.module.css';

/**
 * Whether the document would survive this tab. Not read out with every edit; trouble is announced by
 * the store.
 */
export function SaveState() {
  const saving = usePeerlane((state) => state.saving);
  const saveFile = usePeerlane((state) => state.actions.saveFile);
  if (saving.kind === 'unsaved' && saving.why !== null) {
    return (
      <div className={styles.unsaved} role="status" aria-live="off">
        <Icon name="warning" />
        <span title={saving.why}>
          <strong>Not saved:</strong> {saving.why}
        </span>
        <button type="button" className="small" onClick={() => void saveFile()}>
          Download a file
        </button>
      </div>
    );
  }
  const isSaved = saving.kind === 'saved';
  return (
    <p className={styles.saved} role="status" aria-live="off">
      <Icon name={isSaved ? 'check' : 'pause'} />
      <span>{isSaved ? 'Saved in this browser' : 'Saving…'}</span>
    </p>
  );
}
