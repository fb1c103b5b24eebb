import type { Point } from './scene.ts';

/** Points of each corner's curve, between its ends. */
const STEPS = [0.25, 0.5, 0.75];

/** A closed loop with its corners rounded, as a polygon: what SVG and a canvas draw alike. */
export function roundCorners(loop: readonly Point[], radius: number): readonly Point[] {
  const found: Point[] = [];
  for (let index = 0; index < loop.length; index++) {
    const at = loop[index];
    const before = loop[index === 0 ? loop.length - 1 : index - 1];
    const after = loop[index + 1 === loop.length ? 0 : index + 1];
    if (!at || !before || !after) break;
    const from = towards(at, before, radius);
    const to = towards(at, after, radius);
    found.push(from);
    for (const t of STEPS) found.push(curve(from, at, to, t));
    found.push(to);
  }
  return found;
}

/** The point so far from one end of a line, at most half way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance / length, 0.5);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** On the quadratic curve that leaves `from` and reaches `to`, both in the direction of `corner`. */
function curve(from: Point, corner: Point, to: Point, t: number): Point {
  const a = (1 - t) * (1 - t);
  const b = 2 * t * (1 - t);
  const c = t * t;
  return {
    x: a * from.x + b * corner.x + c * to.x,
    y: a * from.y + b * corner.y + c * to.y,
  };
}
