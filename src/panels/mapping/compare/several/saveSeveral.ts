import type { SvgTheme } from '../../../../formats/write/svg/palette.ts';
import { copyText } from '../../../../parts/copyText.ts';
import { downloadText } from '../../../../store/downloadText.ts';
import { fileNameOf } from '../../../../store/fileNameOf.ts';
import type { PeerlaneState } from '../../../../store/state.ts';
import { severalMail, severalPicture } from './severalExports.ts';

/** Puts the pictures where downloads go, as one, and says so. */
export function saveSeveral(state: PeerlaneState, theme: SvgTheme): void {
  const svg = severalPicture(state, theme);
  if (svg === null || !state.document) return;
  const name = fileNameOf(`${state.document.machine.name} mappings`, 'svg');
  downloadText(svg, name, 'image/svg+xml');
  state.actions.notify('info', `Saved as ${name} in your downloads, in ${theme} colours.`);
}

/** Puts all of them on the clipboard, as text for a mail. */
export async function copySeveral(state: PeerlaneState): Promise<void> {
  const text = severalMail(state);
  if (text === null) return;
  const isDone = await copyText(text);
  if (isDone) state.actions.notify('info', 'Copied the mappings as text, 78 columns wide.');
  else state.actions.notify('warning', 'The browser did not let the page copy the mappings.');
}
