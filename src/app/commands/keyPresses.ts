import type { PeerlaneState } from '../../store/state.ts';
import type { Command } from './command.ts';
import { isCharacterKey } from './keys.ts';

/** What decides whether a key press is meant for a command. */
export interface PressPlace {
  /** Text is being written where the focus is: keys are characters, and undo is the field's own. */
  readonly isTyping: boolean;
  /** The focus is in a menu of choices: letters jump in it, all other keys are free. */
  readonly isChoosing: boolean;
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
  if (isCharacterKey(keys)) {
    return place.hasKeyShortcuts && !place.isTyping && !place.isChoosing;
  }
  return command.inFields === true || !place.isTyping;
}

/**
 * What a key of a command does while something is carried, or a marquee or pan is under way: only the
 * camera may move. Undoing takes back what is being done, and nothing that was done before.
 */
export function duringGesture({ id, whileCarrying }: Command): 'run' | 'put-back' | 'nothing' {
  if (whileCarrying === true) return 'run';
  return id === 'edit.undo' ? 'put-back' : 'nothing';
}

/** Is something under way that commands would disturb? */
export function isGestureUnderWay({ carry }: Pick<PeerlaneState, 'carry'>): boolean {
  if (carry !== null) return true;
  return document.querySelector('[data-doing="marquee"], [data-doing="pan"]') !== null;
}

/**
 * A name or a note was asked for, and its field is not there yet: what is typed meanwhile was meant for
 * it, and must not lock or remove anything.
 */
export function isAboutToWrite(
  { renaming, noting }: Pick<PeerlaneState, 'renaming' | 'noting'>,
  focus: Element | null,
): boolean {
  return (renaming !== null || noting !== null) && !takesText(focus);
}

const TEXT_TYPES = new Set(['text', 'search', 'url', 'tel', 'email', 'password', 'number', '']);

/**
 * Can text be written in this element, pasted into it, and undone there? What has the focus within a
 * shadow root answers for its host.
 */
export function takesText(element: Element | null): boolean {
  const inner = element?.shadowRoot?.activeElement ?? null;
  if (inner) return takesText(inner);
  if (element instanceof HTMLInputElement) return TEXT_TYPES.has(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
