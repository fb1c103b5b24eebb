import { intersects } from './rects.ts';
import type { Rect, Scene, SceneFrame } from './scene.ts';
import { textRect } from './textRect.ts';

/** So far a lane keeps from what it passes, where there is room, and where there is less. */
const AIRS = [16, 8, 5] as const;

/** No lane is moved aside for more than this. */
const CLOSE = 8;

/** What stands in a frame: its words, and boxes such as the one of integrated functions. */
export function inFrame({ boxes }: Scene, { rect, texts }: SceneFrame): readonly Rect[] {
  const within = boxes.filter(({ rect: box }) => intersects(rect, box));
  return [...texts.map(textRect), ...within.map((box) => box.rect)];
}

/**
 * Where a lane may run across a frame clear of all that is in its way: the nearest such place from
 * `wanted` on, else before it; `null` where there is none.
 *
 * @param taken what is in the way, along the frame's edge
 */
export function clearLane(
  wanted: number,
  taken: readonly (readonly [from: number, to: number])[],
  [from, to]: readonly [from: number, to: number],
): number | null {
  const isFreeHere = taken.every(([a, b]) => wanted <= a - CLOSE || wanted >= b + CLOSE);
  if (isFreeHere && wanted >= from + CLOSE && wanted <= to - CLOSE) return wanted;
  for (const air of AIRS) {
    const spans = taken.map(([start, end]) => [start - air, end + air] as const);
    const isClear = (at: number) =>
      at >= from + air && at <= to - air && spans.every(([start, end]) => at <= start || at >= end);
    const first = Math.max(wanted, from + air);
    const after = [first, ...spans.map(([, end]) => end).filter((end) => end > first)];
    const before = spans.map(([start]) => start).filter((start) => start < wanted);
    const found = [...after.sort((a, b) => a - b), ...before.sort((a, b) => b - a)].find(isClear);
    if (found !== undefined) return found;
  }
  return null;
}
