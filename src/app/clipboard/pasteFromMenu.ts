import type { PeerlaneState } from '../../store/state.ts';
import { isMacLike, keyWords } from '../commands/keys.ts';
import { paste } from './paste.ts';
import { clipOfText, lastClip } from './readyClip.ts';

/** Pasting without the browser's own key: what it lets the page read, else what this tab copied. */
export async function pasteFromMenu({ actions }: PeerlaneState): Promise<void> {
  const text = await readText();
  const last = lastClip();
  if (text !== null && text !== '') await paste(clipOfText(text));
  else if (last !== null) await paste(last);
  else if (text === '') actions.notify('info', 'There is no text on the clipboard.');
  else {
    const keys = keyWords('$mod+v', isMacLike(navigator.platform));
    actions.notify('info', `The browser keeps its clipboard to itself. Press ${keys} to paste.`);
  }
}

async function readText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}
