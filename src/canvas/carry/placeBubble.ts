import { intersects } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import type { Size } from '../camera/camera.ts';

/** Free space round the bubble, in CSS pixels. */
const GAP = 8;

interface Beside {
  /** Other places, which it leaves clear if there is room elsewhere. */
  readonly beside: readonly Rect[];
  /** A finger hides what is below it. */
  readonly isFinger: boolean;
}

/**
 * Where the bubble's corner goes: off the place that is aimed at, beside `around` (the hand with what
 * it holds), off other places, and within the window. Of the sides the first that does best.
 */
export function placeBubble(
  size: Size,
  around: Rect,
  aimed: Rect | null,
  window: Size,
  { beside, isFinger }: Beside = { beside: [], isFinger: false },
): Point {
  const right = around.x + around.width + GAP;
  const left = around.x - GAP - size.width;
  const below = around.y + around.height + GAP;
  const above = around.y - GAP - size.height;
  const corners: Point[] = [
    { x: right, y: below },
    { x: right, y: above },
    { x: left, y: below },
    { x: left, y: above },
  ];
  if (isFinger) corners.unshift({ x: around.x + (around.width - size.width) / 2, y: above });
  if (aimed) {
    corners.push(
      { x: right, y: aimed.y + aimed.height + GAP },
      { x: right, y: aimed.y - GAP - size.height },
      { x: aimed.x + aimed.width + GAP, y: around.y },
      { x: aimed.x - GAP - size.width, y: around.y },
      { x: around.x, y: aimed.y + aimed.height + GAP },
      { x: around.x, y: aimed.y - GAP - size.height },
    );
  }
  const within = corners.map((corner) => kept(corner, size, window));
  const near = beside.filter((rect) => intersects(rect, { x: 0, y: 0, ...window }));
  const badness = (corner: Point): number => {
    const bubble = { ...corner, ...size };
    const hides = aimed !== null && intersects(bubble, aimed);
    const isUnder = intersects(bubble, around);
    const covered = near.filter((rect) => intersects(bubble, rect)).length;
    return (hides ? 1e6 : 0) + (isUnder ? 1e3 : 0) + covered;
  };
  let best = within[0] ?? { x: GAP, y: GAP };
  let least = badness(best);
  for (const corner of within) {
    const bad = badness(corner);
    if (bad >= least) continue;
    best = corner;
    least = bad;
  }
  return best;
}

function kept({ x, y }: Point, size: Size, window: Size): Point {
  return {
    x: Math.max(GAP, Math.min(x, window.width - GAP - size.width)),
    y: Math.max(GAP, Math.min(y, window.height - GAP - size.height)),
  };
}
