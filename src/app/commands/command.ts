import type { PeerlaneState } from '../../store/state.ts';
import type { Room } from '../room/room.ts';

/** What a command may look at and act on. */
export interface CommandContext {
  readonly state: PeerlaneState;
  readonly room: Room;
}

export const COMMAND_GROUPS = [
  'Document',
  'Edit',
  'Pair',
  'Play',
  'Mapping',
  'Flows',
  'Selection',
  'Drawing',
  'Panels',
  'Page',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Something the user can do, described once: buttons, menus, the palette, the shortcuts and their
 * list all come from it.
 */
export interface Command {
  /** `document.save`; never shown. */
  readonly id: string;
  readonly group: CommandGroup;
  /** As on a button or in a list. */
  readonly title: string | ((context: CommandContext) => string);
  /**
   * As tinykeys writes them: `$mod+KeyS` goes by the key's place, `$mod+s` by its letter. The first
   * is the one that is shown.
   */
  readonly keys: readonly string[];
  /** Keys that the browser makes an event of its own of (copying, pasting): shown, never bound. */
  readonly browserKeys?: readonly string[];
  /** Other words under which the palette finds it. */
  readonly keywords?: string;
  /** Its keys work while a text is being written, too. */
  readonly inFields?: boolean;
  /** Its keys work only while focus is on the sheet, or nowhere. */
  readonly onSheet?: boolean;
  /** Its keys work while something is carried or a gesture is under way, too: it moves the camera. */
  readonly whileCarrying?: boolean;
  /** Absent: always. */
  readonly when?: (context: CommandContext) => boolean;
  /** For what is either on or off. */
  readonly isOn?: (context: CommandContext) => boolean;
  /** An address may ask for it (`#do=panels.matrix`): it changes nothing but what is in sight. */
  readonly isFromLink?: boolean;
  /** What takes its time gives word when it is done. */
  readonly run: (context: CommandContext) => void | Promise<void>;
}

/** The keys of a command as they are shown, the first of them first. */
export function keysOf({ keys, browserKeys = [] }: Command): readonly string[] {
  return [...keys, ...browserKeys];
}

export function titleOf({ title }: Command, context: CommandContext): string {
  return typeof title === 'string' ? title : title(context);
}

export function canRun({ when }: Command, context: CommandContext): boolean {
  return when?.(context) ?? true;
}

/** Is a machine on the table and in sight? */
export function hasSheet({ state, room }: CommandContext): boolean {
  return state.document !== null && !room.get().isStartShown;
}
