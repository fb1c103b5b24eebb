import type { SvgTheme } from '../../../formats/write/svg/palette.ts';
import { copyText } from '../../../parts/copyText.ts';
import { downloadText } from '../../../store/downloadText.ts';
import { fileNameOf } from '../../../store/fileNameOf.ts';
import type { PeerlaneState } from '../../../store/state.ts';
import {
  iovaSpacePicture,
  mappingMail,
  mappingPicture,
  pageTablePicture,
} from './mappingExports.ts';

/** Puts the picture where downloads go, and says so. */
export function saveMapping(state: PeerlaneState, theme: SvgTheme): void {
  save(state, 'mapping', mappingPicture(state, theme), theme);
}

/** The same of the IOMMU's page table. */
export function savePageTable(state: PeerlaneState, theme: SvgTheme): void {
  save(state, 'page table', pageTablePicture(state, theme), theme);
}

/** The same of the space of addresses, as it is shown. */
export function saveIovaSpace(
  state: PeerlaneState,
  theme: SvgTheme,
  shown: Parameters<typeof iovaSpacePicture>[2],
): void {
  save(state, 'IOVA space', iovaSpacePicture(state, theme, shown), theme);
}

function save(state: PeerlaneState, what: string, svg: string | null, theme: SvgTheme): void {
  if (svg === null || !state.document) return;
  const name = fileNameOf(`${state.document.machine.name} ${what}`, 'svg');
  downloadText(svg, name, 'image/svg+xml');
  state.actions.notify('info', `Saved as ${name} in your downloads, in ${theme} colours.`);
}

/** Puts the mapping on the clipboard, as text for a mail. */
export async function copyMapping(state: PeerlaneState): Promise<void> {
  const text = mappingMail(state);
  if (text === null) return;
  const isDone = await copyText(text);
  if (isDone) state.actions.notify('info', 'Copied the mapping as text, 78 columns wide.');
  else state.actions.notify('warning', 'The browser did not let the page copy the mapping.');
}
