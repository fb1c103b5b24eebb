import type { Point } from '../../layout/scene.ts';

/** Corners as the data of an SVG path. */
export function linePath(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** The point halfway along a line of horizontal and vertical pieces, and which way it runs there. */
export function halfway(points: readonly Point[]): Point & { readonly isUpright: boolean } {
  let left = lineLength(points) / 2;
  for (let index = 1; index < points.length; index++) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (length >= left && length > 0) {
      const share = left / length;
      return {
        x: a.x + (b.x - a.x) * share,
        y: a.y + (b.y - a.y) * share,
        isUpright: a.x === b.x,
      };
    }
    left -= length;
  }
  return { x: points[0]?.x ?? 0, y: points[0]?.y ?? 0, isUpright: true };
}

export function lineLength(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index++) {
    const a = points[index - 1];
    const b = points[index];
    if (a && b) length += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  return length;
}
