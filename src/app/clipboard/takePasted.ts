import { peerlane } from '../../store/peerlane.ts';
import { CLIP_TYPE } from '../../store/state.ts';
import { isGestureUnderWay } from '../commands/keyPresses.ts';

/**
 * Puts in what was pasted: parts beside the selection, anything else as a machine in the place of the
 * one that is open.
 *
 * @returns whether there was something
 */
export function takePasted(data: DataTransfer): boolean {
  // Gone with the event.
  const text = data.getData('text/plain');
  const json = data.getData(CLIP_TYPE);
  if (text === '' && json === '') return false;
  if (isGestureUnderWay(peerlane.getState())) return true;
  void pasteLater(json, text);
  return true;
}

async function pasteLater(json: string, text: string): Promise<void> {
  const part = await import('./paste.ts').catch(() => null);
  if (part) await part.pasteParts(json, text);
  else await peerlane.getState().actions.openText(text, 'pasted text');
}
