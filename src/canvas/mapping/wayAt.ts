import { nearestLine } from '../../layout/nearLine.ts';
import type { PlacedTag } from '../../layout/placeTags.ts';
import { holds, rectAt } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import { type Camera, toScene, toScreen } from '../camera/camera.ts';
import type { Pointed } from '../hit/hearClicks.ts';
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
): Pointed<DrawnWay> | null {
  for (const [index, tag] of tags.entries()) {
    const place = places[index];
    if (!place) continue;
    const { x, y } = toScreen(camera, place.from);
    const rect = rectAt({ x: x + place.dx, y: y + place.dy }, tag.width, tag.height);
    if (holds(rect, at)) return { way: tag.way, on: 'tag' };
  }
  const way = nearestLine(ways, toScene(camera, at), SLOP / camera.k);
  return way && { way, on: 'line' };
}
