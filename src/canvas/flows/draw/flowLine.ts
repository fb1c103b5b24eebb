import { holds } from '../../../layout/rects.ts';
import type { Point, Rect } from '../../../layout/scene.ts';
import { middleOf } from '../../rects.ts';

const HEAD = 9;

/**
 * The line of a flow that is drawn, with its arrow's head, on the screen: from the edge of where it begins
 * to the edge of what is aimed at, else to the hand. Empty where there is nothing to draw.
 */
export function flowLine(from: Rect | null, to: Rect | null, hand: Point | null): string {
  const end = to ? middleOf(to) : hand;
  if (!from || !end) return '';
  const start = middleOf(from);
  // Within where it begins there is no line yet; from a frame to a part in it there is.
  const isInside = holds(from, end);
  if (isInside && !to) return '';
  const a = isInside ? start : edge(from, start, end);
  const b = to && !holds(to, a) ? edge(to, end, a) : end;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 1) return '';
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const wing = (side: 1 | -1) => {
    const x = b.x - HEAD * ux - side * 0.55 * HEAD * uy;
    const y = b.y - HEAD * uy + side * 0.55 * HEAD * ux;
    return `${tenth(x)} ${tenth(y)}`;
  };
  const [from1, to1] = [`${tenth(a.x)} ${tenth(a.y)}`, `${tenth(b.x)} ${tenth(b.y)}`];
  return `M${from1}L${to1}M${wing(1)}L${to1}L${wing(-1)}`;
}

/** Where the line from a rectangle's middle towards a point leaves it. */
function edge(rect: Rect, middle: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const shares = [
    dx === 0 ? Number.POSITIVE_INFINITY : rect.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : rect.height / 2 / Math.abs(dy),
  ];
  const share = Math.min(...shares, 1);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
