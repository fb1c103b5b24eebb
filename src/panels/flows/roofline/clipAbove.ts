import type { Point } from '../../../layout/scene.ts';

/** A line without what lies above a height; it ends where it crosses that. `null` interrupts it. */
export function clipAbove(
  points: readonly (Point | null)[],
  top: number,
): readonly (Point | null)[] {
  const clipped: (Point | null)[] = [];
  points.forEach((point, at) => {
    const before = points[at - 1] ?? null;
    const isIn = point !== null && point.y >= top;
    const wasIn = before !== null && before.y >= top;
    if (point && before && isIn !== wasIn) clipped.push(crossing(before, point, top));
    clipped.push(isIn ? point : null);
  });
  return clipped;
}

function crossing(a: Point, b: Point, y: number): Point {
  return { x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), y };
}
