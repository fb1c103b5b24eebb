import type { Extent } from './arrange/knot.ts';

/** A rectangle on the axes of the arrangement: u across, v from the root on. */
export interface Span {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

export interface SocketWay {
  readonly points: readonly Extent[];
  /** Where its words stand, and how they lie to that place. */
  readonly label: Extent;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** From a frame's corner to where a line ends on its edge. */
const INSET = 32;

/**
 * The way of a line between two frames: over both where they stand in one row; else round the outside
 * of everything, at the side where it meets the least. `before`: how far before the frames it runs.
 */
export function socketWay(
  a: Span,
  b: Span,
  outside: Span,
  before: number,
  obstacles: readonly Span[],
): SocketWay {
  if (Math.abs(a.v0 - b.v0) < 1) return over(a, b, before);
  const left = round(a, b, outside.u0 - before, before);
  const right = round(a, b, outside.u1 + before, before);
  const badness = (way: SocketWay) => 1e6 * crossings(way.points, obstacles) + lengthOf(way.points);
  return badness(right) < badness(left) ? right : left;
}

function over(a: Span, b: Span, before: number): SocketWay {
  const from = endOf(a, (b.u0 + b.u1) / 2);
  const to = endOf(b, (a.u0 + a.u1) / 2);
  const v = Math.min(a.v0, b.v0) - before;
  return {
    points: [
      { u: from, v: a.v0 },
      { u: from, v },
      { u: to, v },
      { u: to, v: b.v0 },
    ],
    label: { u: (from + to) / 2, v },
    anchor: 'middle',
  };
}

function round(a: Span, b: Span, side: number, before: number): SocketWay {
  const ends = [a, b].map((span) => ({ u: endOf(span, side), v: span.v0 }));
  const runs = ends.map(({ u, v }) => [
    { u, v },
    { u, v: v - before },
    { u: side, v: v - before },
  ]);
  const [from = [], to = []] = runs;
  return {
    points: [...from, ...to.toReversed()],
    label: { u: side, v: Math.min(a.v0, b.v0) - before },
    anchor: side < a.u0 ? 'start' : 'end',
  };
}

/** Where a line that leads towards `towards` leaves a frame. */
function endOf({ u0, u1 }: Span, towards: number): number {
  return Math.abs(u1 - towards) < Math.abs(u0 - towards) ? u1 - INSET : u0 + INSET;
}

/** How often a line's pieces run through something, edges not counted. */
export function crossings(points: readonly Extent[], obstacles: readonly Span[]): number {
  let count = 0;
  for (const [index, at] of points.entries()) {
    const last = points[index - 1];
    if (!last) continue;
    const [u0, u1] = [Math.min(last.u, at.u), Math.max(last.u, at.u)];
    const [v0, v1] = [Math.min(last.v, at.v), Math.max(last.v, at.v)];
    for (const each of obstacles) {
      if (u0 < each.u1 && u1 > each.u0 && v0 < each.v1 && v1 > each.v0) count++;
    }
  }
  return count;
}

function lengthOf(points: readonly Extent[]): number {
  return points.reduce((sum, { u, v }, index) => {
    const last = points[index - 1];
    return last ? sum + Math.abs(u - last.u) + Math.abs(v - last.v) : sum;
  }, 0);
}
