import type { Point, Rect } from '../layout/scene.ts';

export function intersects(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}

/** Is `inner` wholly inside `outer`? */
export function encloses(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

export function holds(rect: Rect, at: Point): boolean {
  return (
    rect.x <= at.x && at.x <= rect.x + rect.width && rect.y <= at.y && at.y <= rect.y + rect.height
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

/** The rectangle that two opposite corners span. */
export function spanned(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** How far a point is from a rectangle; 0 inside it. */
export function distanceTo(rect: Rect, at: Point): number {
  const dx = Math.max(rect.x - at.x, 0, at.x - rect.x - rect.width);
  const dy = Math.max(rect.y - at.y, 0, at.y - rect.y - rect.height);
  return Math.hypot(dx, dy);
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

export function rectAt({ x, y }: Point, width: number, height: number): Rect {
  return { x, y, width, height };
}
