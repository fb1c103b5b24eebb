import { peerlane } from '../../store/peerlane.ts';
import { CLIP_TYPE, type PeerlaneState } from '../../store/state.ts';
import { chosenParts } from '../commands/chosenParts.ts';
import { hasSheet } from '../commands/command.ts';
import { isGestureUnderWay, takesText } from '../commands/keyPresses.ts';
import { room } from '../room/room.ts';
import { copied } from './copied.ts';
import { clipAtHand, clipSoon, fetchClipping } from './readyClip.ts';
import { writeClip } from './writeClip.ts';

/** Hears the browser's copying and cutting, by its keys and its menus. @returns ends it */
export function hearClipboard(): () => void {
  const onCopy = (event: ClipboardEvent) => {
    if (!isAboutParts()) return;
    event.preventDefault();
    if (isGestureUnderWay(peerlane.getState())) return;
    const isCut = event.type === 'cut';
    const clip = clipAtHand();
    if (clip === undefined) {
      void writeClip(clipSoon()).then((late) => copied(late, isCut));
      return;
    }
    if (clip) {
      event.clipboardData?.setData('text/plain', clip.text);
      event.clipboardData?.setData(CLIP_TYPE, clip.json);
    }
    void copied(clip, isCut);
  };
  // Without these, Chromium takes copying to be impossible while no text is marked.
  const onBefore = (event: Event) => {
    if (isAboutParts()) event.preventDefault();
  };
  const fetchFor = ({ selection }: PeerlaneState) => {
    if (selection.size > 0) void fetchClipping();
  };
  const end = new AbortController();
  const { signal } = end;
  document.addEventListener('copy', onCopy, { signal });
  document.addEventListener('cut', onCopy, { signal });
  document.addEventListener('beforecopy', onBefore, { signal });
  document.addEventListener('beforecut', onBefore, { signal });
  signal.addEventListener('abort', peerlane.subscribe(fetchFor));
  fetchFor(peerlane.getState());
  return () => end.abort();
}

/** Is a key for copying about parts, rather than about text that is marked or written? */
function isAboutParts(): boolean {
  const state = peerlane.getState();
  const { dialog } = room.get();
  if (dialog !== null || !hasSheet({ state, room }) || chosenParts(state) === null) return false;
  return !takesText(document.activeElement) && (getSelection()?.toString() ?? '') === '';
}
