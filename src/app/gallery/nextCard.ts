/** Where a card is, as far as keys need it. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Which card an arrow key leads to: the one before or after, or the nearest of the next row up or
 * down. `null`: not a key of cards, or there is none.
 */
export function nextCard(boxes: readonly Box[], at: number, key: string): number | null {
  const here = boxes[at];
  if (!here) return null;
  switch (key) {
    case 'ArrowRight':
      return at + 1 < boxes.length ? at + 1 : null;
    case 'ArrowLeft':
      return at > 0 ? at - 1 : null;
    case 'Home':
      return 0;
    case 'End':
      return boxes.length - 1;
    case 'ArrowDown':
      return inRow(boxes, here, (box) => box.top >= here.bottom, 1);
    case 'ArrowUp':
      return inRow(boxes, here, (box) => box.bottom <= here.top, -1);
    default:
      return null;
  }
}

/** The card of the nearest row on that side that begins nearest to this one's left edge. */
function inRow(
  boxes: readonly Box[],
  here: Box,
  isBeyond: (box: Box) => boolean,
  way: 1 | -1,
): number | null {
  let best: number | null = null;
  for (const [place, box] of boxes.entries()) {
    if (!isBeyond(box)) continue;
    const chosen = best === null ? null : boxes[best];
    if (!chosen) {
      best = place;
      continue;
    }
    const rows = (box.top - chosen.top) * way;
    const isNearerRow = rows < 0;
    const isNearer = Math.abs(box.left - here.left) < Math.abs(chosen.left - here.left);
    if (isNearerRow || (rows === 0 && isNearer)) best = place;
  }
  return best;
}
