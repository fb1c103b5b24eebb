import type { Point } from './scene.ts';

/** A line of horizontal and vertical pieces that goes nowhere just to come straight back. */
export function withoutSpurs(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const at of points) {
    while (isSame(kept.at(-1), at) || isOnOneLine(kept.at(-2), kept.at(-1), at)) kept.pop();
    kept.push(at);
  }
  return kept;
}

/** Straight on, or straight back: the corner between is none. */
function isOnOneLine(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return false;
  return (isNear(a.x, b.x) && isNear(b.x, c.x)) || (isNear(a.y, b.y) && isNear(b.y, c.y));
}

function isSame(a: Point | undefined, b: Point): boolean {
  return a !== undefined && isNear(a.x, b.x) && isNear(a.y, b.y);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}
