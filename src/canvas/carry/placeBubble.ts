import { intersects } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import type { Size } from '../camera/camera.ts';

/** Free space round the bubble, in CSS pixels. */
const GAP = 8;

/**
 * Where the bubble's corner goes: beside `around` (the hand with what it holds), off the place that is
 * aimed at, and within the window. Of the sides the first that does.
 */
export function placeBubble(size: Size, around: Rect, aimed: Rect | null, window: Size): Point {
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
  const isClear = (corner: Point) => !aimed || !intersects({ ...corner, ...size }, { ...aimed });
  const isBeside = (corner: Point) => !intersects({ ...corner, ...size }, around);
  return (
    within.find((corner) => isClear(corner) && isBeside(corner)) ??
    within.find(isClear) ??
    within[0] ?? { x: GAP, y: GAP }
  );
}

function kept({ x, y }: Point, size: Size, window: Size): Point {
  return {
    x: Math.max(GAP, Math.min(x, window.width - GAP - size.width)),
    y: Math.max(GAP, Math.min(y, window.height - GAP - size.height)),
  };
}
