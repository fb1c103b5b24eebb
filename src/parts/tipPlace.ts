interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a term and its text, and from the text to the window's edge, in px. */
const GAP = 4;
const MARGIN = 8;

/**
 * Where an explaining text goes: below its term and in line with one of its edges, above it where
 * there is no room, and always within the window.
 */
export function tipPlace(
  term: Box,
  tip: Size,
  room: Size,
  align: 'start' | 'end',
): { readonly left: number; readonly top: number } {
  const wanted = align === 'start' ? term.left : term.right - tip.width;
  const left = Math.max(MARGIN, Math.min(wanted, room.width - tip.width - MARGIN));
  const below = term.bottom + GAP;
  const above = term.top - GAP - tip.height;
  const fitsBelow = below + tip.height <= room.height - MARGIN;
  return { left, top: fitsBelow || above < MARGIN ? below : above };
}
