import type { LabelSpot } from './knot.ts';
import type { Pace } from './pace.ts';

/** Between a line and its text. */
const BESIDE = 5;
/** Between a text and the box below it. */
const ABOVE = 6;

/** Beside a line's last piece, which ends on a box from above (or from the left). */
export function headLabel(inlet: number, first: number, room: number, pace: Pace): LabelSpot {
  return pace.direction === 'down'
    ? { u: inlet + BESIDE, v: first - ABOVE, anchor: 'start', room: room - BESIDE }
    : { u: inlet - BESIDE, v: first - ABOVE, anchor: 'end', room: pace.level - 2 * ABOVE };
}

/** Above a box that its line, coming down a gutter, enters from the side. */
export function sideLabel(lane: number, first: number, room: number, pace: Pace): LabelSpot {
  return pace.direction === 'down'
    ? { u: lane - BESIDE, v: first - ABOVE, anchor: 'end', room }
    : { u: lane - BESIDE + 1, v: first - ABOVE, anchor: 'end', room: pace.row - 2 * ABOVE };
}
