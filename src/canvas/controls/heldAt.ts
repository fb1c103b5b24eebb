import { holds } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import { middleOf } from '../rects.ts';

/**
 * How far the middle of a view is from the hand that drags it: taken up within, it goes along as it
 * lies; pressed elsewhere, it comes to the hand.
 */
export function heldAt(view: Rect, hand: Point): Point {
  if (!holds(view, hand)) return { x: 0, y: 0 };
  const middle = middleOf(view);
  return { x: middle.x - hand.x, y: middle.y - hand.y };
}
