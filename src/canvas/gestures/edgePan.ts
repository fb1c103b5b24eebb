import type { Point } from '../../layout/scene.ts';
import type { Size } from '../camera/camera.ts';

/** So near to its edge the sheet begins to move under the hand, in CSS pixels. */
export const EDGE = 32;
/** Further outside, the hand is over a panel and means nothing of the sheet. */
const BEYOND = 48;
/** At the edge and beyond, in CSS pixels a second. */
const FASTEST = 900;
/** A pause of the page shall not throw the sheet far. */
const LONGEST_MS = 50;

/**
 * How far the sheet moves in so many milliseconds while the hand is at `at`: the nearer to the edge,
 * the faster; `null` where it stays.
 */
export function edgePan(at: Point, size: Size, ms: number): Point | null {
  const isFar = isBeyond(at.x, size.width) || isBeyond(at.y, size.height);
  if (isFar) return null;
  const x = pull(at.x, size.width);
  const y = pull(at.y, size.height);
  if (x === 0 && y === 0) return null;
  const way = (Math.min(ms, LONGEST_MS) / 1000) * FASTEST;
  return { x: x * way, y: y * way };
}

function isBeyond(at: number, length: number): boolean {
  return at < -BEYOND || at > length + BEYOND;
}

/** From 1 at the near edge through 0 to -1 at the far one. */
function pull(at: number, length: number): number {
  const edge = Math.min(EDGE, length / 4);
  const near = Math.min(1, Math.max(0, (edge - at) / edge));
  const far = Math.min(1, Math.max(0, (at - (length - edge)) / edge));
  const force = near - far;
  return force === 0 ? 0 : force * Math.abs(force);
}
