import type { PlacedTag } from '../../layout/placeTags.ts';
import { holds, rectAt } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import { type Camera, toScene, toScreen } from '../camera/camera.ts';
import type { DrawnWay } from './mappingDrawing.ts';
import type { WayTag } from './wayTags.ts';

/** How far beside a way one may point, in CSS pixels. */
const SLOP = 5;

/** The way that is pointed at on the screen: by its words, else by its line. */
export function wayAt(
  at: Point,
  camera: Camera,
  ways: readonly DrawnWay[],
  tags: readonly WayTag[],
  places: readonly PlacedTag[],
): { readonly way: DrawnWay; readonly on: 'tag' | 'line' } | null {
  for (const [index, tag] of tags.entries()) {
    const place = places[index];
    if (!place) continue;
    const { x, y } = toScreen(camera, place.from);
    const rect = rectAt({ x: x + place.dx, y: y + place.dy }, tag.width, tag.height);
    if (holds(rect, at)) return { way: tag.way, on: 'tag' };
  }
  const on = toScene(camera, at);
  let nearest: DrawnWay | null = null;
  let least = SLOP / camera.k;
  for (const way of ways) {
    const off = distanceTo(way.points, on);
    if (off > least) continue;
    least = off;
    nearest = way;
  }
  return nearest && { way: nearest, on: 'line' };
}

/** From a point to the nearest place of a line. */
export function distanceTo(points: readonly Point[], at: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
    const t = Math.min(Math.max(share, 0), 1);
    least = Math.min(least, Math.hypot(from.x + dx * t - at.x, from.y + dy * t - at.y));
  }
  return least;
}
