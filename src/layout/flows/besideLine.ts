import type { Point } from '../scene.ts';

/**
 * A line of horizontal and vertical pieces, moved aside: to the right of the way it runs by so much, to
 * its left where that is negative.
 */
export function besideLine(points: readonly Point[], by: number): readonly Point[] {
  const clean = points.filter((at, index) => {
    const before = points[index - 1];
    return !before || before.x !== at.x || before.y !== at.y;
  });
  return clean.map((at, index) => {
    const came = aside(clean[index - 1], at);
    const goes = aside(at, clean[index + 1]);
    if (!came || !goes) {
      const { x, y } = came ?? goes ?? { x: 0, y: 0 };
      return { x: at.x + x * by, y: at.y + y * by };
    }
    // Straight on, both say the same.
    const isStraight = came.x === goes.x && came.y === goes.y;
    const x = isStraight ? came.x : came.x + goes.x;
    const y = isStraight ? came.y : came.y + goes.y;
    return { x: at.x + x * by, y: at.y + y * by };
  });
}

/** One step to the right of a piece, on a screen, where y grows downwards. */
function aside(from: Point | undefined, to: Point | undefined): Point | null {
  if (!from || !to) return null;
  return { x: 0 - Math.sign(to.y - from.y), y: Math.sign(to.x - from.x) };
}
