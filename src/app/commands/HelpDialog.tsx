import { useState } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import { About } from '../about/About.tsx';
import { Dialog } from '../dialogs/Dialog.tsx';
import { room } from '../room/room.ts';
import styles from './HelpDialog.module.css';
import { helpGroups } from './helpGroups.ts';
import { commandContext, IS_MAC } from './useCommands.ts';

/** What can be done, and with which keys: read off the commands themselves. */
export function HelpDialog() {
  const [query, setQuery] = useState('');
  const hasKeyShortcuts = usePeerlane((state) => state.view.hasKeyShortcuts);
  const setView = usePeerlane((state) => state.actions.setView);
  const groups = helpGroups(query, commandContext(), IS_MAC);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
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
        <input
          type="search"
          className={styles.find}
          aria-label="Find a key"
          placeholder="Find a key"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className={count > 0 ? 'unseen' : undefined} role="status">
          {count > 0 ? (query === '' ? '' : `${count} found`) : 'No key does that.'}
        </p>
        <div className={styles.groups}>
          {groups.map(({ title, rows }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {rows.map((row) => (
                  <div key={row.title} className={styles.row}>
                    <dt>{row.title}</dt>
                    <dd>
                      {row.keys.map((each) => (
                        <kbd key={each}>{each}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <About />
      </div>
    </Dialog>
  );
}
