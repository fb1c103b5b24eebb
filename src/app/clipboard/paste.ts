import { peerlane } from '../../store/peerlane.ts';
import type { Clip } from '../../store/state.ts';
import { hasSheet } from '../commands/command.ts';
import { room } from '../room/room.ts';
import { isWholeMachine } from './isWholeMachine.ts';
import { clipOfText } from './readyClip.ts';

/** @param json empty where the clipboard has no parts but text */
export function pasteParts(json: string, text: string): Promise<void> {
  return paste(json === '' ? clipOfText(text) : { json, text });
}

/** Parts are put in; any other text, and one that has a machine of its own around them, is opened. */
export async function paste(clip: Partial<Clip>): Promise<void> {
  const state = peerlane.getState();
  const { json, text = '' } = clip;
  const isParts = hasSheet({ state, room }) && (json !== undefined || !isWholeMachine(text));
  if (isParts && (await state.actions.paste(clip))) return;
  if (text !== '') await state.actions.openText(text, 'pasted text');
}
