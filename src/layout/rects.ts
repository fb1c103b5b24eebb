import type { Point, Rect } from './scene.ts';

export function intersects(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}

export function isSameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export function holds(rect: Rect, at: Point): boolean {
  return (
    rect.x <= at.x && at.x <= rect.x + rect.width && rect.y <= at.y && at.y <= rect.y + rect.height
  );
}

/** How far a point is from a rectangle; 0 inside it. */
export function distanceTo(rect: Rect, at: Point): number {
  const dx = Math.max(rect.x - at.x, 0, at.x - rect.x - rect.width);
  const dy = Math.max(rect.y - at.y, 0, at.y - rect.y - rect.height);
  return Math.hypot(dx, dy);
}

export function rectAt({ x, y }: Point, width: number, height: number): Rect {
  return { x, y, width, height };
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
