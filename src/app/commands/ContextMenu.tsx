import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { typeAhead } from '../../panels/outline/typeAhead.ts';
import { room, useRoom } from '../room/room.ts';
import styles from './ContextMenu.module.css';
import { type Command, keysOf, titleOf } from './command.ts';
import { keyWords } from './keys.ts';
import { menuItems, menuTitle } from './menuItems.ts';
import { commandContext, IS_MAC, runCommand } from './useCommands.ts';

/** Letters typed one soon after another are one word. */
const WORD_MS = 700;

/** What can be done with what is selected. */
export function ContextMenu() {
  const menu = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const place = useRoom((state) => state.menu);
  const context = commandContext();
  const items = menuItems(context);
  const title = menuTitle(context);
  const commands = items.filter((item) => item !== null);

  // The browser's own popover: it closes on Escape and on a press elsewhere, and gives the focus back.
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element || !place) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(place.x, innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(place.y, innerHeight - height - 4))}px`;
    return () => element.hidePopover();
  }, [place]);
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);

  const close = () => room.set({ menu: null });
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = next[event.key] ?? letterTo(event, at);
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      close();
    }
  };
  const letterTo = (event: KeyboardEvent, at: number): number | undefined => {
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (!isLetter || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const { text, at: then } = typed.current;
    const word = event.timeStamp - then < WORD_MS ? text + event.key : event.key;
    typed.current = { text: word, at: event.timeStamp };
    const namesOf = (index: number) => [nameOf(commands[index]).toLowerCase()];
    const found = typeAhead(commands.length, namesOf, at, word);
    return found < 0 ? undefined : found;
  };
  const nameOf = (command: Command | undefined) => (command ? titleOf(command, context) : '');
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={title ?? 'What can be done here'}
      tabIndex={-1}
      popover="auto"
      className={styles.menu}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed' && !menu.current?.matches(':popover-open')) close();
      }}
    >
      {title !== null && (
        <p className={styles.title} role="presentation" aria-hidden="true">
          {title}
        </p>
      )}
      {items.map((item, index) =>
        item === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
          <hr key={index} />
        ) : (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              requestAnimationFrame(() => runCommand(item));
            }}
          >
            {titleOf(item, context)}
            <Keys command={item} />
          </button>
        ),
      )}
    </div>
  );
}

function Keys({ command }: { readonly command: Command }) {
  const [keys] = keysOf(command);
  return keys === undefined ? null : <kbd>{keyWords(keys, IS_MAC)}</kbd>;
}
