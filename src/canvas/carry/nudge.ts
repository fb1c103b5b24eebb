import type { Point, Rect } from '../../layout/scene.ts';

/** Moves on the drawing are multiples of this, in drawing units. */
const GRID = 8;

export interface Guide {
  /** Of a vertical line its x, of a horizontal one its y, in drawing units. */
  readonly at: number;
  readonly isUpright: boolean;
  /** From where to where it runs along the other axis. */
  readonly from: number;
  readonly to: number;
}

export interface Nudge extends Point {
  readonly guides: readonly Guide[];
}

/**
 * How far something is moved on the drawing by a hand that has gone `way`: to where its edges or its
 * middle are in line with a neighbour's when they nearly are, else in steps. Free: as the hand went.
 *
 * @param reach how near is nearly, in drawing units
 */
export function nudged(
  rect: Rect,
  way: Point,
  mates: readonly Rect[],
  reach: number,
  isFree: boolean,
): Nudge {
  if (isFree) return { ...way, guides: [] };
  const x = inLine(rect.x, rect.width, way.x, mates, ({ x: at, width }) => [at, width], reach);
  const y = inLine(rect.y, rect.height, way.y, mates, ({ y: at, height }) => [at, height], reach);
  const by = { x: x?.by ?? stepped(way.x), y: y?.by ?? stepped(way.y) };
  const moved = { ...rect, x: rect.x + by.x, y: rect.y + by.y };
  const guides: Guide[] = [];
  if (x) {
    const from = Math.min(moved.y, x.mate.y);
    const to = Math.max(moved.y + moved.height, x.mate.y + x.mate.height);
    guides.push({ at: x.at, isUpright: true, from, to });
  }
  if (y) {
    const from = Math.min(moved.x, y.mate.x);
    const to = Math.max(moved.x + moved.width, y.mate.x + y.mate.width);
    guides.push({ at: y.at, isUpright: false, from, to });
  }
  return { ...by, guides };
}

interface InLine {
  readonly by: number;
  readonly at: number;
  readonly mate: Rect;
}

function inLine(
  start: number,
  length: number,
  way: number,
  mates: readonly Rect[],
  spanOf: (rect: Rect) => readonly [number, number],
  reach: number,
): InLine | null {
  let best: InLine | null = null;
  let nearest = reach;
  for (const mate of mates) {
    const [mateStart, mateLength] = spanOf(mate);
    for (const part of [0, 0.5, 1]) {
      const at = mateStart + mateLength * part;
      const by = at - (start + length * part);
      const off = Math.abs(by - way);
      if (off >= nearest) continue;
      best = { by, at, mate };
      nearest = off;
    }
  }
  return best;
}

function stepped(way: number): number {
  // `+ 0`: no minus zero.
  return Math.round(way / GRID) * GRID + 0;
}
