import { peerlane } from '../../store/peerlane.ts';
import type { Clip } from '../../store/state.ts';

type Clipping = typeof import('../../store/clipboard/clipping.ts')['clipping'];

let clipping: Clipping | null = null;

/** What was last copied in this tab. */
let last: Clip | null = null;

/**
 * Fetches what copies. The browser wants to be given a copy within the very event of the key: so it is
 * fetched with the first selection, before anybody can want it.
 */
export async function fetchClipping(): Promise<void> {
  clipping ??=
    (await import('../../store/clipboard/clipping.ts').catch(() => null))?.clipping ?? null;
}

/** A copy of what is selected now; `null`: nothing of it can be copied, `undefined`: not yet. */
export function clipAtHand(): Clip | null | undefined {
  const { document, selection } = peerlane.getState();
  if (document === null) return null;
  return clipping ? clipping.clipOf(document.machine, selection) : undefined;
}

/** The same for whoever may wait. */
export function clipSoon(): Promise<Clip | null> {
  return peerlane
    .getState()
    .actions.copyParts()
    .catch(() => null);
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
