import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import type { Size } from '../camera/camera.ts';
import { grown } from '../rects.ts';

/**
 * So high is the bar that plays outputs, or says why none can be, with two lines of words: beside the
 * controls, above them, and above both rows of them, by the width of the sheet, in CSS pixels.
 */
const BARS = [
  { from: 960, height: 72 },
  { from: 440, height: 116 },
  { from: 0, height: 154 },
] as const;

/** From words to the edge of the sheet. */
const RIM = 4;

/** The part of the scene that neither controls nor that bar cover; half of a low sheet at the least. */
export function roomForTags(seen: Rect, k: number, { width, height }: Size): Rect {
  const bar = BARS.find(({ from }) => width > from)?.height ?? 0;
  const free = Math.min(seen.height, (height - Math.min(bar, height / 2)) / k);
  return grown({ ...seen, height: free }, -RIM / k);
}

/** What is seen, but behind a bar, is told of at the edge of the free part. */
export function broughtIn(at: Rect, seen: Rect, room: Rect): Rect {
  if (intersects(room, at) || !intersects(seen, at)) return at;
  return { ...at, y: room.y + room.height, height: 0 };
}
