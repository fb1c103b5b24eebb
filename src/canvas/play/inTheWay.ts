import type { Rect } from '../../layout/scene.ts';
import type { WalkRoute } from '../../layout/walkRoute.ts';
import { strokes } from '../pair/inTheWay.ts';
import { grown } from '../rects.ts';
import { signRect } from './placeSign.ts';

/** What the words at a hop should leave in sight: its place, the way before and behind it, and signs. */
export function inTheWay(route: WalkRoute, hop: number, k: number): readonly Rect[] {
  const place = route.places[hop];
  // A host bridge is a wide frame: words may lie within it.
  const own = place && place.width * k < 240 && place.height * k < 90 ? [place] : [];
  const ways = [route.legs[hop - 1] ?? [], route.legs[hop] ?? []].flatMap(strokes);
  const sign = signRect({ x: 0, y: 0 }, route.outward);
  const signs = route.stations.flatMap(({ x, y }, index) =>
    route.places[index] === null
      ? [{ x: x + sign.x / k, y: y + sign.y / k, width: sign.width / k, height: sign.height / k }]
      : [],
  );
  return [...own, ...ways.map((rect) => grown(rect, 4 / k)), ...signs];
}
