import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { FIRST } from '../commands/firstCommands.ts';
import { runCommand } from '../commands/useCommands.ts';
import { isPanelShown } from '../room/panels.ts';
import { room, useRoom } from '../room/room.ts';
import styles from './ExampleHint.module.css';

/** On the first visit: what this is, and how to see one's own. */
export function ExampleHint() {
  const setView = usePeerlane((state) => state.actions.setView);
  const isTemplate = usePeerlane((state) => state.document?.origin.format === 'sketch');
  const isLeftShown = usePeerlane((state) => isPanelShown('outline', state.view, room.get()));
  const isTextTab = usePeerlane((state) => state.view.leftTab === 'text');
  useRoom((state) => state.drawer); // on a narrow window, whether it is shown depends on the room
  const isTextShown = isLeftShown && isTextTab;
  return (
    <aside className={styles.hint} aria-label="About this example">
      {isTemplate ? (
        <>
          <p>
            <strong>This is a template.</strong> Its text says what is to be seen, and is yours to
            change.
          </p>
          {!isTextShown && (
            <button
              type="button"
              className="small"
              onClick={() => runCommand(FIRST.byId('panels.text'))}
            >
              Show the text
            </button>
          )}
        </>
      ) : (
        <>
          <p>
            <strong>This is an example.</strong> Paste the output of <code>lspci</code> anywhere to
            see yours.
          </p>
          <button type="button" className="small" onClick={() => room.set({ dialog: 'open' })}>
            How?
          </button>
        </>
      )}
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
