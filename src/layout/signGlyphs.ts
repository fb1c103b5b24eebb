import type { SignKind } from './scene.ts';

/** Signs of what the user did with a part: strokes in a square of 16, as those of devices. */
export const SIGN_GLYPHS: Readonly<Record<SignKind, string>> = {
  // A box that opens: there is more in it.
  collapsed: 'M2 2h12v12h-12ZM8 5v6M5 8h6',
  // A drawing pin from the side.
  pinned: 'M4.8 2h6.4M6 2v4.6L3.6 9.4h8.8L10 6.6V2M8 9.4v5',
  // A padlock, shut.
  locked: 'M3.2 7.4h9.6v6.6h-9.6ZM5.2 7.4V5.2a2.8 2.8 0 0 1 5.6 0v2.2M8 10v1.6',
  // A leaf of paper with its corner turned.
  note: 'M2.5 2.5h11v7.2l-3.8 3.8H2.5ZM9.7 13.5V9.7h3.8M5 5.5h6M5 8h3.5',
};

/** What they say, beside them or aloud. */
export const SIGN_WORDS: Readonly<Record<SignKind, string>> = {
  collapsed: 'collapsed',
  pinned: 'pinned',
  locked: 'locked',
  note: 'note',
};
