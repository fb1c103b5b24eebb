import { usePeerlane } from '../../store/peerlane.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useRoom } from '../room/room.ts';
import { DocumentName } from './DocumentName.tsx';
import { Mark } from './Mark.tsx';
import { SaveState } from './SaveState.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import styles from './TopBar.module.css';

/** Whose document this is, whether it is safe, and what can be done with it. */
export function TopBar() {
  const serial = usePeerlane((state) => state.document?.serial);
  const isOpen = serial !== undefined;
  const isStartShown = useRoom((state) => state.isStartShown);
  return (
    <header className={styles.bar}>
      <Mark />
      <h1 className={styles.brand}>Peerlane</h1>
      {/* What was begun for one document is not given to the next. */}
      {isOpen && <DocumentName key={serial} />}
      {isOpen && <SaveState />}
      <div className={styles.tools}>
        <div className={styles.group}>
          <CommandButton id="document.template" icon="new" label="New" />
          <CommandButton id="document.open" icon="open" label="Open" />
          {isOpen && <CommandButton id="document.save" icon="save" label="Save" />}
        </div>
        {isOpen && (
          <div className={styles.group}>
            <CommandButton id="edit.undo" icon="undo" />
            <CommandButton id="edit.redo" icon="redo" />
          </div>
        )}
        {isOpen && !isStartShown && (
          <div className={styles.group}>
            <CommandButton id="panels.outline" icon="outline" />
            <CommandButton id="panels.dock" icon="dock" />
            <CommandButton id="panels.inspector" icon="inspector" />
          </div>
        )}
        <div className={styles.group}>
          <CommandButton id="page.palette" icon="search" />
          <span className={styles.theme}>
            <ThemeButton />
          </span>
          <CommandButton id="page.help" icon="help" />
        </div>
      </div>
    </header>
  );
}
