import type { HandPoint } from './hand.ts';

/** Where a hand went down on something that can be taken. */
export interface HandHold extends HandPoint {
  /** A finger or a pen: what it does may also be scrolling. */
  readonly isTouch: boolean;
}

/** What a hand has done since it went down: taken the thing, gone elsewhere, or not moved enough. */
export type HandMove = 'taken' | 'let-go' | 'resting';

/** CSS pixels that a mouse may tremble, and a finger. */
const MOUSE_SLACK = 4;
const TOUCH_SLACK = 8;

/** A mouse takes a thing in any direction; a finger only sideways: along the list it scrolls. */
export function handMoved(hold: HandHold, now: HandPoint): HandMove {
  const dx = Math.abs(now.x - hold.x);
  const dy = Math.abs(now.y - hold.y);
  if (Math.hypot(dx, dy) < (hold.isTouch ? TOUCH_SLACK : MOUSE_SLACK)) return 'resting';
  return hold.isTouch && dy >= dx ? 'let-go' : 'taken';
}
