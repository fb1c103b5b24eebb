import { type Camera, centredOn, type Size, toScene } from './camera.ts';

/** A move of the camera is seen, not watched. */
export const FLIGHT_MS = 160;

/** The camera on its way from one place to another; `t` runs from 0 to 1. Zoom is even to the eye. */
export function between(from: Camera, to: Camera, size: Size, t: number): Camera {
  if (t >= 1) return to;
  const eased = 1 - (1 - t) ** 3;
  const window = { x: size.width / 2, y: size.height / 2 };
  const start = toScene(from, window);
  const end = toScene(to, window);
  const k = from.k * (to.k / from.k) ** eased;
  // In step with the zoom, so that what is aimed at does not swing past.
  const share = from.k === to.k ? eased : (1 / k - 1 / from.k) / (1 / to.k - 1 / from.k);
  const at = { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
  return centredOn(at, size, k);
}
