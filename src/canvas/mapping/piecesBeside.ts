import { intersects, spanned } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import { boxOf } from '../rects.ts';

/** What is seen of a line of horizontal and vertical pieces that runs beneath rectangles. */
export function piecesBeside(
  points: readonly Point[],
  above: readonly Rect[],
): readonly (readonly Point[])[] {
  const bounds = boxOf(points);
  const near = above.filter((rect) => intersects(bounds, rect));
  const pieces: (readonly Point[])[] = [];
  let piece: Point[] = [];
  const end = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    for (const [start, stop] of shownParts(from, to, near)) {
      const last = piece.at(-1);
      const first = between(from, to, start);
      if (!last || last.x !== first.x || last.y !== first.y) {
        end();
        piece = [first];
      }
      piece.push(between(from, to, stop));
    }
  }
  end();
  return pieces;
}

/** The shares of a straight piece that no rectangle covers, from 0 to 1. */
function shownParts(
  from: Point,
  to: Point,
  above: readonly Rect[],
): readonly (readonly [number, number])[] {
  const covered = above
    .filter((rect) => isInside(rect, spanned(from, to)))
    .map((rect) => {
      const along = from.x === to.x ? 'y' : 'x';
      const length = to[along] - from[along];
      if (length === 0) return [0, 1] as const;
      const size = along === 'x' ? rect.width : rect.height;
      const a = (rect[along] - from[along]) / length;
      const b = (rect[along] + size - from[along]) / length;
      return [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))] as const;
    })
    .sort(([a], [b]) => a - b);
  const shown: (readonly [number, number])[] = [];
  let at = 0;
  for (const [start, stop] of covered) {
    if (start > at) shown.push([at, start]);
    at = Math.max(at, stop);
  }
  if (at < 1) shown.push([at, 1]);
  return shown;
}

/** Does a line run inside a rectangle, and not only along its edge? */
function isInside(rect: Rect, line: Rect): boolean {
  return (
    line.x < rect.x + rect.width &&
    line.x + line.width > rect.x &&
    line.y < rect.y + rect.height &&
    line.y + line.height > rect.y
  );
}

function between(from: Point, to: Point, share: number): Point {
  if (share === 0) return from;
  if (share === 1) return to;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
