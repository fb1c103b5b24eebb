import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { peerlane } from '../../store/peerlane.ts';
import { room } from '../room/room.ts';
import { type Command, type CommandContext, canRun } from './command.ts';
import { FIRST } from './firstCommands.ts';
import {
  duringGesture,
  isAboutToWrite,
  isGestureUnderWay,
  isMeant,
  takesText,
} from './keyPresses.ts';
import { isMacLike, keysByPlace } from './keys.ts';

/**
 * Keys that the browser shall not have while nothing comes of them here: with nothing left to undo it
 * would undo what was once typed in some field, and Alt and an arrow leave the page.
 */
const KEPT = /^edit\.(?:undo|redo|nudge-.*)$/;

/** ⌘ or Ctrl, for what is shown. */
export const IS_MAC = typeof navigator === 'object' && isMacLike(navigator.platform);

/** What commands act on, as it is now. */
export function commandContext(): CommandContext {
  return { state: peerlane.getState(), room };
}

/** Does it if it can be done now. */
export function runCommand(command: Command): void {
  const context = commandContext();
  if (canRun(command, context)) void command.run(context);
}

/** Binds all keys of all commands for as long as the page stands: those of the first sight at once. */
export function useCommandKeys(): void {
  useEffect(() => {
    let unbind = bind(FIRST.all);
    let isGone = false;
    import('./commands.ts').then(
      ({ COMMANDS }) => {
        if (isGone) return;
        unbind();
        unbind = bind(COMMANDS.all);
      },
      () => undefined, // what is wrong is told by whatever needs them and is asked for
    );
    return () => {
      isGone = true;
      unbind();
    };
  }, []);
}

function bind(commands: readonly Command[]): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of commands) {
    for (const keys of command.keys) {
      bindings[keys] = (event) => press(command, keys, event);
      const place = keysByPlace(keys);
      if (place === null) continue;
      bindings[place] = (event) => {
        if (!isLatin(event.key)) press(command, keys, event);
      };
    }
  }
  return tinykeys(window, bindings);
}

/** On a keyboard with Latin letters the letter counts, wherever it lies. */
const isLatin = (key: string) => /^\p{Script=Latin}$/u.test(key);

/**
 * Dialogs and menus keep keys to themselves, from the moment they are asked for: a part that is still
 * being loaded is not in the page yet. A drawer is a panel like those beside the sheet.
 */
function isModal(focus: Element | null): boolean {
  if (room.get().dialog !== null) return true;
  const isDialogOpen = document.querySelector('dialog:modal:not([data-panel])') !== null;
  return isDialogOpen || (focus?.closest('[role="menu"]') ?? null) !== null;
}

function press(command: Command, keys: string, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const context = commandContext();
  const focus = document.activeElement;
  const isOnSheet = focus === null || focus === document.body || focus.closest('#sheet') !== null;
  const place = {
    isTyping: takesText(focus),
    isChoosing: focus instanceof HTMLSelectElement,
    isOnSheet,
    isModal: isModal(focus) || isAboutToWrite(context.state, focus),
    hasKeyShortcuts: context.state.view.hasKeyShortcuts,
  };
  if (!isMeant(command, keys, place)) return;
  if (isGestureUnderWay(context.state)) {
    const does = duringGesture(command);
    if (does !== 'run') {
      event.preventDefault();
      if (does === 'put-back') context.state.actions.putBack();
      return;
    }
  }
  if (canRun(command, context)) {
    event.preventDefault();
    void command.run(context);
  } else if (KEPT.test(command.id)) {
    event.preventDefault();
  }
}
