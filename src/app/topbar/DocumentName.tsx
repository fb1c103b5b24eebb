import { type KeyboardEvent, useState } from 'react';
import { focusSheet } from '../../parts/focusSheet.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { usePageLeft } from '../room/usePageLeft.ts';
import styles from './TopBar.module.css';

/** The document's name, changed where it stands: Enter or leaving it keeps it, Escape does not. */
export function DocumentName() {
  const name = usePeerlane((state) => state.document?.machine.name ?? '');
  const edit = usePeerlane((state) => state.actions.edit);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? name;
  const keep = () => {
    const wanted = draft?.trim() ?? '';
    if (wanted !== '' && wanted !== name) edit({ kind: 'name', name: wanted });
    setDraft(null);
  };
  usePageLeft(keep);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      focusSheet(); // leaving the field keeps the name
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setDraft(null);
    } else if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      keep(); // it is saved under its new name
    }
  };
  return (
    <span className={styles.name}>
      {/* As wide as what it says: the text itself gives the measure. */}
      <span className={styles.measure} aria-hidden="true">
        {shown === '' ? ' ' : shown}
      </span>
      <input
        type="text"
        aria-label="Name of the document"
        title={shown}
        maxLength={120}
        size={1}
        spellCheck={false}
        autoComplete="off"
        value={shown}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
    </span>
  );
}
