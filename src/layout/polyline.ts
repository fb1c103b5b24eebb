import type { Point } from './scene.ts';

/** A place on a line, and the way the line goes there. */
export interface Along extends Point {
  /** Radians; 0 points to the right, a quarter turn downwards. */
  readonly angle: number;
}

/** Length in drawing units. */
export function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, at, index) => sum + distance(points[index - 1] ?? at, at), 0);
}

/**
 * The place at a share of a line's length, from 0 to 1. A line without a length has a place, and
 * points to the right; one without points lies at the origin.
 */
export function pointAlong(points: readonly Point[], share: number): Along {
  let rest = lengthOf(points) * Math.min(Math.max(share, 0), 1);
  let last: Along = { ...(points[0] ?? { x: 0, y: 0 }), angle: 0 };
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    if (!to) break;
    const length = distance(from, to);
    if (length === 0) continue;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    if (rest <= length) {
      const t = rest / length;
      return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t, angle };
    }
    rest -= length;
    last = { ...to, angle };
  }
  return last;
}

/** The first part of a line, up to a share of its length. */
export function partAlong(points: readonly Point[], share: number): readonly Point[] {
  const end = pointAlong(points, share);
  let rest = lengthOf(points) * Math.min(Math.max(share, 0), 1);
  const part: Point[] = points.slice(0, 1);
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    if (!to) break;
    const length = distance(from, to);
    if (rest < length) break;
    rest -= length;
    part.push(to);
  }
  part.push({ x: end.x, y: end.y });
  return part;
}

/**
 * The same way without detours: no corner twice, none on a straight piece, and no piece that is
 * gone there and straight back.
 */
export function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const at of points) {
    kept.push(at);
    while (isNeedless(kept.at(-3), kept.at(-2), kept.at(-1))) kept.splice(-2, 1);
  }
  return kept;
}

/** With a corner wherever a piece would run aslant: upwards or downwards first. */
export function squared(points: readonly Point[]): readonly Point[] {
  return points.flatMap((at, index) => {
    const before = points[index - 1];
    const isStraight =
      !before || Math.abs(before.x - at.x) < 1e-6 || Math.abs(before.y - at.y) < 1e-6;
    return isStraight ? [at] : [{ x: before.x, y: at.y }, at];
  });
}

/** Does the middle corner add nothing? With two only: are they one? */
function isNeedless(a: Point | undefined, b: Point | undefined, c: Point | undefined): boolean {
  if (!b || !c) return false;
  if (isSame(b, c)) return true;
  if (!a) return false;
  const cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
  return Math.abs(cross) < 1e-6;
}

function isSame(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < 1e-6 && Math.abs(a.y - b.y) < 1e-6;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
