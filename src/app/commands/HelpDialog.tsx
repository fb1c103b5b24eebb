import { usePeerlane } from '../../store/peerlane.ts';
import { About } from '../about/About.tsx';
import { Dialog } from '../dialogs/Dialog.tsx';
import { room } from '../room/room.ts';
import { COMMAND_GROUPS, type Command, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import styles from './HelpDialog.module.css';
import { keyWords } from './keys.ts';
import { SHEET_KEYS } from './sheetKeys.ts';
import { commandContext, IS_MAC } from './useCommands.ts';

/** What can be done, and with which keys: read off the commands themselves. */
export function HelpDialog() {
  const hasKeyShortcuts = usePeerlane((state) => state.view.hasKeyShortcuts);
  const setView = usePeerlane((state) => state.actions.setView);
  const context = commandContext();
  return (
    <Dialog title="Keys and help" onClose={() => room.set({ dialog: null })}>
      <div className={styles.help}>
        <p>
          Pick a provider (the memory) and a client (who reads or writes it): their path lights up,
          and the dock says why Linux allows it or not. Dotted words explain themselves.
        </p>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={hasKeyShortcuts}
            onChange={(event) => setView({ hasKeyShortcuts: event.target.checked })}
          />
          Single keys do things (switch this off if your tools press keys of their own)
        </label>
        <div className={styles.groups}>
          {COMMAND_GROUPS.map((group) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {COMMANDS.all
                  .filter((command) => command.group === group && command.keys.length > 0)
                  .map((command) => (
                    <Row
                      key={command.id}
                      title={plainTitle(titleOf(command, context))}
                      keys={shownKeys(command)}
                    />
                  ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>On the sheet</h3>
            <dl>
              {SHEET_KEYS.map(({ title, keys }) => (
                <Row key={title} title={title} keys={keys} />
              ))}
            </dl>
          </section>
        </div>
        <About />
      </div>
    </Dialog>
  );
}

/** "Undo: set ACS RR" is called "Undo" here. */
const plainTitle = (title: string) => title.replace(/:.*/, '').replace(/…$/, '');

/** Spellings of one sign (`+`, `Shift++`, `=`) are shown once. */
function shownKeys({ keys }: Command): readonly string[] {
  return [...new Set(keys.map((each) => keyWords(each, IS_MAC)))].slice(0, 2);
}

function Row({ title, keys }: { readonly title: string; readonly keys: readonly string[] }) {
  return (
    <div className={styles.row}>
      <dt>{title}</dt>
      <dd>
        {keys.map((each) => (
          <kbd key={each}>{each}</kbd>
        ))}
      </dd>
    </div>
  );
}
