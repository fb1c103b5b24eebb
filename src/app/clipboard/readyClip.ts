import { peerlane } from '../../store/peerlane.ts';
import type { Clip, OpenDocument } from '../../store/state.ts';

/** What a copy would be of, for as long as that is selected. */
interface Ready {
  readonly document: OpenDocument;
  readonly selection: unknown;
  readonly clip: Promise<Clip | null>;
  /** `undefined`: still being made. */
  made: Clip | null | undefined;
}

let ready: Ready | null = null;

/** What was last copied in this tab. */
let last: Clip | null = null;

/**
 * Makes what a copy of the selection would be. The browser wants to be given it within the very event
 * of the key, and what makes it has to be fetched first: so it is asked for when something is first
 * selected, when Ctrl goes down, and when a menu opens.
 */
export function prepareClip(): Promise<Clip | null> {
  const { document, selection, actions } = peerlane.getState();
  if (document === null || selection.size === 0) return Promise.resolve(null);
  if (ready?.document === document && ready.selection === selection) return ready.clip;
  const clip = actions.copyParts().catch(() => null);
  const now: Ready = { document, selection, clip, made: undefined };
  ready = now;
  void clip.then((made) => {
    now.made = made;
  });
  return clip;
}

/** The clip of what is selected now, if it is there already. */
export function clipAtHand(): Clip | null | undefined {
  const { document, selection } = peerlane.getState();
  const isOfNow = ready?.document === document && ready.selection === selection;
  return isOfNow ? ready?.made : undefined;
}

export function rememberClip(clip: Clip): void {
  last = clip;
}

export function lastClip(): Clip | null {
  return last;
}

/** A text that came back from a clipboard that keeps only text: as whole parts, if this tab copied it. */
export function clipOfText(text: string): Partial<Clip> {
  const isOurs = last !== null && plain(last.text) === plain(text);
  return isOurs && last ? last : { text };
}

/** Clipboards change line ends. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd();
