import type { Point, Rect } from '../layout/scene.ts';

/** Is `inner` wholly inside `outer`? */
export function encloses(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

export function grown(rect: Rect, by: number, byY = by): Rect {
  return {
    x: rect.x - by,
    y: rect.y - byY,
    width: rect.width + 2 * by,
    height: rect.height + 2 * byY,
  };
}

export function middleOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** The smallest rectangle around all of them; `null` for none. */
export function around(rects: Iterable<Rect>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle around a line's corners. */
export function boxOf(points: readonly Point[]): Rect {
  return around(points.map((at) => ({ ...at, width: 0, height: 0 }))) ?? NOWHERE;
}

export const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** Where a line one unit wide lies wholly inside: on whole pixels at 100 %. */
export function inset({ x, y, width, height }: Rect): Rect {
  return { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
}
