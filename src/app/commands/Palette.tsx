import { useId, useMemo, useRef, useState } from 'react';
import { Dialog } from '../dialogs/Dialog.tsx';
import finder from '../dialogs/Finder.module.css';
import { FinderField } from '../dialogs/FinderField.tsx';
import { room } from '../room/room.ts';
import { type Command, keysOf } from './command.ts';
import { keyWords } from './keys.ts';
import styles from './Palette.module.css';
import { rememberCommand } from './recentCommands.ts';
import { type Found, searchCommands } from './searchCommands.ts';
import { commandContext, IS_MAC, runCommand } from './useCommands.ts';

/** All commands behind one field: type a few letters, Enter does the first. */
export function Palette() {
  const list = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const found = useMemo(() => searchCommands(query, commandContext()), [query]);
  const current = found[at];
  const close = () => room.set({ dialog: null });
  const run = (command: Command) => {
    close();
    rememberCommand(command);
    // The dialog gives the focus back first; the command may want to move it.
    requestAnimationFrame(() => runCommand(command));
  };
  return (
    <Dialog title="Find a command" onClose={close} isBare>
      <div className={styles.palette}>
        <FinderField
          field={field}
          list={list}
          name="Find a command"
          placeholder="Find a command"
          text={query}
          at={at}
          count={found.length}
          onText={setQuery}
          onAt={setAt}
          onEnter={() => current && run(current.command)}
        />
        <div id={list} role="listbox" aria-label="Commands" className={finder.list}>
          {found.map((each, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={each.command.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className={styles.option}
              onClick={() => run(each.command)}
              onPointerMove={() => setAt(index)}
            >
              <span className={styles.group}>{each.command.group}</span>
              <Marked found={each} />
              <Keys command={each.command} />
            </div>
          ))}
        </div>
        <p className={found.length > 0 ? 'unseen' : styles.none} role="status">
          {found.length > 0 ? '' : 'No command is called that.'}
        </p>
      </div>
    </Dialog>
  );
}

function Keys({ command }: { readonly command: Command }) {
  const [keys] = keysOf(command);
  return keys === undefined ? null : <kbd>{keyWords(keys, IS_MAC)}</kbd>;
}

/** The title with the letters that were found set off. */
function Marked({ found: { title, stretches } }: { readonly found: Found }) {
  const parts: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of stretches) {
    parts.push({ text: title.slice(at, from), isHit: false });
    parts.push({ text: title.slice(from, to), isHit: true });
    at = to;
  }
  parts.push({ text: title.slice(at), isHit: false });
  return (
    <span className={styles.title}>
      {parts.map(({ text, isHit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one title never move
        isHit ? <b key={index}>{text}</b> : text,
      )}
    </span>
  );
}
