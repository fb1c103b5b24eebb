import type { Direction, Point, Rect } from '../../layout/scene.ts';
import { middleOf } from '../rects.ts';

/** Places no larger than this are met in their middle, in CSS pixels. */
const SMALL = 48;
const CORNER = 12;

/** Where the link that will be ends on the place above: on the edge from which the tree grows. */
export function linkEnd(goal: Rect, from: Point, direction: Direction): Point {
  const isDown = direction === 'down';
  if (
    Math.min(goal.width, goal.height) <= SMALL &&
    Math.max(goal.width, goal.height) <= 2 * SMALL
  ) {
    return middleOf(goal);
  }
  const along = (at: number, start: number, length: number) => {
    const corner = Math.min(CORNER, length / 2);
    return Math.min(Math.max(at, start + corner), start + length - corner);
  };
  return isDown
    ? { x: along(from.x, goal.x, goal.width), y: goal.y + goal.height }
    : { x: goal.x + goal.width, y: along(from.y, goal.y, goal.height) };
}
