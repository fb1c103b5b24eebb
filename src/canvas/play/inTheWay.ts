import type { Rect } from '../../layout/scene.ts';
import type { WalkRoute } from '../../layout/walkRoute.ts';
import { strokes } from '../pair/inTheWay.ts';
import { grown } from '../rects.ts';
import { iommuSign } from './paintPlay.ts';

/** What the words at a hop should leave in sight: its place, and the way before and behind it. */
export function inTheWay(route: WalkRoute, hop: number, k: number): readonly Rect[] {
  const place = route.places[hop];
  // A host bridge is a wide frame: words may lie within it.
  const own = place && place.width * k < 240 && place.height * k < 90 ? [place] : [];
  const ways = [route.legs[hop - 1] ?? [], route.legs[hop] ?? []].flatMap(strokes);
  const station = route.stations[hop];
  const isIommu = station !== undefined && route.places[hop] === null;
  const sign = isIommu ? [iommuSign({ x: 0, y: 0 }, route.outward)] : [];
  const signs = sign.map((rect) => ({
    x: (station?.x ?? 0) + rect.x / k,
    y: (station?.y ?? 0) + rect.y / k,
    width: rect.width / k,
    height: rect.height / k,
  }));
  return [...own, ...ways.map((rect) => grown(rect, 4 / k)), ...signs];
}
