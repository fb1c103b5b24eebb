import type { Point } from '../../layout/scene.ts';
import type { GestureEffect } from './gestureTypes.ts';

/** Two fingers zoom about their middle and pan with it. */
export function pinched(
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): readonly GestureEffect[] {
  const apart = (points: readonly [Point, Point]) => Math.max(1, length(minus(...points)));
  const middle = half(...after);
  return [
    { kind: 'pan', by: minus(middle, half(...before)) },
    { kind: 'zoom', at: middle, factor: apart(after) / apart(before) },
  ];
}

export function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function half(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}
