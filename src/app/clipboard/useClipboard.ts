import { useEffect } from 'react';
import { peerlane } from '../../store/peerlane.ts';
import { CLIP_TYPE, type Clip } from '../../store/state.ts';
import { chosenParts } from '../commands/chosenParts.ts';
import { hasSheet } from '../commands/command.ts';
import { takesText } from '../commands/keyPresses.ts';
import { room } from '../room/room.ts';
import { copied } from './copied.ts';
import { isWholeMachine } from './isWholeMachine.ts';
import { clipAtHand, clipOfText, prepareClip } from './readyClip.ts';
import { writeClip } from './writeClip.ts';

/** Copying and cutting parts with the browser's own keys and menus. */
export function useClipboard(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!isAboutParts()) return;
      event.preventDefault();
      const isCut = event.type === 'cut';
      const clip = clipAtHand();
      if (clip && event.clipboardData) {
        event.clipboardData.setData('text/plain', clip.text);
        event.clipboardData.setData(CLIP_TYPE, clip.json);
        void copied(clip, isCut);
      } else {
        void writeClip(prepareClip()).then((late) => copied(late, isCut));
      }
    };
    // Without these, Chromium takes copying to be impossible while no text is marked.
    const onBefore = (event: Event) => {
      if (isAboutParts()) event.preventDefault();
    };
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if ((key === 'Control' || key === 'Meta') && isAboutParts()) void prepareClip();
    };
    const end = new AbortController();
    const { signal } = end;
    document.addEventListener('copy', onCopy, { signal });
    document.addEventListener('cut', onCopy, { signal });
    document.addEventListener('beforecopy', onBefore, { signal });
    document.addEventListener('beforecut', onBefore, { signal });
    document.addEventListener('keydown', onKeyDown, { signal, capture: true });
    const stop = prepareWithFirstSelection();
    return () => {
      end.abort();
      stop();
    };
  }, []);
}

/** Is a key for copying about parts, rather than about text that is marked or written? */
function isAboutParts(): boolean {
  const state = peerlane.getState();
  const { dialog } = room.get();
  if (dialog !== null || !hasSheet({ state, room }) || chosenParts(state) === null) return false;
  return !takesText(document.activeElement) && (getSelection()?.toString() ?? '') === '';
}

/** The first thing selected after a document came: what copies is fetched before it is needed. */
function prepareWithFirstSelection(): () => void {
  let serial: number | null = null;
  return peerlane.subscribe(({ document: open, selection }) => {
    if (open === null || selection.size === 0 || open.serial === serial) return;
    serial = open.serial;
    const prepare = () => void prepareClip();
    if ('requestIdleCallback' in window) requestIdleCallback(prepare, { timeout: 1000 });
    else setTimeout(prepare, 200);
  });
}

/**
 * Puts in what was pasted: parts beside the selection, anything else as a machine in the place of the
 * one that is open.
 *
 * @returns whether there was something
 */
export function takePasted(data: DataTransfer): boolean {
  const text = data.getData('text/plain');
  const json = data.getData(CLIP_TYPE);
  if (text === '' && json === '') return false;
  void paste(json === '' ? clipOfText(text) : { json, text });
  return true;
}

/** Parts are put in; any other text, and one that has a machine of its own around them, is opened. */
export async function paste(clip: Partial<Clip>): Promise<void> {
  const state = peerlane.getState();
  const { json, text = '' } = clip;
  const isParts = hasSheet({ state, room }) && (json !== undefined || !isWholeMachine(text));
  if (isParts && (await state.actions.paste(clip))) return;
  if (text !== '') await state.actions.openText(text, 'pasted text');
}
