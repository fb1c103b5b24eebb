import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { peerlane } from '../../store/peerlane.ts';
import { room } from '../room/room.ts';
import { type Command, type CommandContext, canRun } from './command.ts';
import { COMMANDS } from './commands.ts';
import { isMeant, takesText } from './keyPresses.ts';
import { isMacLike } from './keys.ts';

/** ⌘ or Ctrl, for what is shown. */
export const IS_MAC = typeof navigator === 'object' && isMacLike(navigator.platform);

/** What commands act on, as it is now. */
export function commandContext(): CommandContext {
  return { state: peerlane.getState(), room };
}

/** Does it if it can be done now. */
export function runCommand(command: Command): void {
  const context = commandContext();
  if (canRun(command, context)) command.run(context);
}

/** Binds all keys of all commands for as long as the page stands. */
export function useCommandKeys(): void {
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of COMMANDS.all) {
      for (const keys of command.keys) {
        bindings[keys] = (event) => press(command, keys, event);
      }
    }
    return tinykeys(window, bindings);
  }, []);
}

function press(command: Command, keys: string, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const context = commandContext();
  const focus = document.activeElement;
  const isOnSheet = focus === null || focus === document.body || focus.closest('#sheet') !== null;
  const place = {
    isTyping: takesText(focus),
    isOnSheet,
    // A drawer is a panel like those that stand beside the sheet.
    isModal: document.querySelector('dialog:modal:not([data-panel])') !== null,
    hasKeyShortcuts: context.state.view.hasKeyShortcuts,
  };
  if (!isMeant(command, keys, place) || !canRun(command, context)) return;
  event.preventDefault();
  command.run(context);
}
