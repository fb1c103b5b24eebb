import type { Command } from './command.ts';
import { isCharacterKey } from './keys.ts';

/** What decides whether a key press is meant for a command. */
export interface PressPlace {
  /** Text is being written where the focus is. */
  readonly isTyping: boolean;
  /** The focus is on the sheet or on nothing in particular. */
  readonly isOnSheet: boolean;
  /** A dialog has the page's attention. */
  readonly isModal: boolean;
  readonly hasKeyShortcuts: boolean;
}

/** Single characters are text while somebody writes, and can be switched off (WCAG 2.1.4). */
export function isMeant(command: Command, keys: string, place: PressPlace): boolean {
  if (place.isModal) return false;
  if (command.onSheet && !place.isOnSheet) return false;
  if (isCharacterKey(keys)) return place.hasKeyShortcuts && !place.isTyping;
  return command.inFields === true || !place.isTyping;
}

const TEXT_TYPES = new Set(['text', 'search', 'url', 'tel', 'email', 'password', 'number', '']);

/** Does this element take what is typed? A menu of choices does, too: letters jump in it. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return TEXT_TYPES.has(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
