import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { room, useRoom } from '../room/room.ts';
import styles from './ContextMenu.module.css';
import { canRun, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { keyWords } from './keys.ts';
import { commandContext, IS_MAC, runCommand } from './useCommands.ts';

/** In order; `null` is a line between groups. */
const ITEMS: readonly (string | null)[] = [
  'pair.provider',
  'pair.client',
  'pair.swap',
  'pair.clear',
  null,
  'selection.inspect',
  'selection.way-up',
  'selection.below',
  'selection.all',
  null,
  'edit.remove',
  null,
  'drawing.fit-selection',
  'drawing.fit',
  'drawing.switch',
  'drawing.direction',
];

/** What can be done with the part that has the focus. */
export function ContextMenu() {
  const menu = useRef<HTMLDivElement>(null);
  const place = useRoom((state) => state.menu);
  const context = commandContext();
  const items = ITEMS.flatMap((id) => {
    if (id === null) return [null];
    const command = COMMANDS.byId(id);
    return canRun(command, context) ? [command] : [];
  }).filter((item, index, all) => item !== null || (index > 0 && all[index - 1] !== null));
  if (items.at(-1) === null) items.pop();

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
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);

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
    const to = next[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      close();
    }
  };
  return (
    <div
      ref={menu}
      role="menu"
      aria-label="What can be done here"
      tabIndex={-1}
      popover="auto"
      className={styles.menu}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed' && !menu.current?.matches(':popover-open')) close();
      }}
    >
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
            {item.keys[0] !== undefined && <kbd>{keyWords(item.keys[0], IS_MAC)}</kbd>}
          </button>
        ),
      )}
    </div>
  );
}
