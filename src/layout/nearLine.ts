import type { Point } from './scene.ts';

/** From a point to the nearest place of a line. */
export function nearLine(points: readonly Point[], at: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
    const t = Math.min(Math.max(share, 0), 1);
    least = Math.min(least, Math.hypot(from.x + dx * t - at.x, from.y + dy * t - at.y));
  }
  return least;
}

/** Of lines the one that is nearest to a point, if any is within reach. */
export function nearestLine<Line extends { readonly points: readonly Point[] }>(
  lines: readonly Line[],
  at: Point,
  reach: number,
): Line | null {
  let nearest: Line | null = null;
  let least = reach;
  for (const line of lines) {
    const off = nearLine(line.points, at);
    if (off > least) continue;
    least = off;
    nearest = line;
  }
  return nearest;
}
