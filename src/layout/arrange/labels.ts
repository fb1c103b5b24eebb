import type { Measured } from './cell.ts';
import type { LabelSpot } from './knot.ts';
import type { Pace } from './pace.ts';

/** Between a line and its text. */
const BESIDE = 5;
/** Between a text and the box below it. */
const ABOVE = 6;

/** On either side of a line that ends in the middle of a box. */
export const besideLine = <What>({ box }: Pick<Measured<What>, 'box'>): number => box.u / 2;

/** Beside a line's last piece, which ends on a box from above (or from the left) at `top`. */
export function headLabel<What>(
  inlet: number,
  top: number,
  room: number,
  kid: Measured<What>,
  pace: Pace,
): LabelSpot {
  const beside = besideLine(kid);
  if (pace.direction === 'right') {
    return {
      u: inlet - BESIDE,
      v: top - ABOVE,
      anchor: 'end',
      room: pace.level - 2 * ABOVE,
      note: {
        u: inlet + BESIDE / 2,
        v: top - ABOVE,
        x: 'end',
        y: 'top',
        beside,
        isOverText: false,
      },
    };
  }
  const isAfter = room >= beside;
  return {
    u: inlet + BESIDE,
    v: top - ABOVE,
    anchor: 'start',
    room: room - BESIDE,
    note: {
      u: isAfter ? inlet + BESIDE : inlet - BESIDE,
      v: top,
      x: isAfter ? 'start' : 'end',
      y: 'bottom',
      beside,
      isOverText: isAfter,
    },
  };
}

/** Above a box that its line, coming down a gutter, enters from the side. */
export function sideLabel<What>(
  lane: number,
  top: number,
  room: number,
  kid: Measured<What>,
  pace: Pace,
): LabelSpot {
  const isDown = pace.direction === 'down';
  const beside = besideLine(kid);
  const spot = { v: top - ABOVE, anchor: 'end' } as const;
  const note = { x: 'end', y: 'bottom', beside, isOverText: true } as const;
  return isDown
    ? { ...spot, u: lane - BESIDE, room, note: { ...note, u: lane - BESIDE, v: top } }
    : {
        ...spot,
        u: lane - BESIDE + 1,
        room: pace.row - 2 * ABOVE,
        note: { ...note, u: lane - BESIDE / 2, v: top - ABOVE },
      };
}
