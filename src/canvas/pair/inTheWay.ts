import type { PathRoute } from '../../layout/pathRoute.ts';
import { spanned } from '../../layout/rects.ts';
import type { Point, Rect, Scene } from '../../layout/scene.ts';

/** What tags should leave in sight: the way itself, its stations, and all ports of its switches. */
export function inTheWay(
  scene: Scene,
  route: PathRoute,
  stations: readonly Rect[],
  boxes: ReadonlySet<string>,
): readonly Rect[] {
  const ports = scene.boxes
    .filter(({ key }) => boxes.has(key))
    .flatMap((box) => box.ports.map(({ rect }) => rect));
  return [...stations, ...ports, ...[...route.pieces, route.joint].flatMap(strokes)];
}

/** The rectangle of each straight piece of a line. */
export function strokes(points: readonly Point[]): readonly Rect[] {
  return points.slice(1).flatMap((end, index) => {
    const start = points[index];
    return start ? [spanned(start, end)] : [];
  });
}
