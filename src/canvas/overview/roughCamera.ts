import type { Rect } from '../../layout/scene.ts';
import { type Camera, rectToScreen, type Size, zoomAt } from '../camera/camera.ts';
import { encloses, grown } from '../rects.ts';

/** A canvas as it was painted: from where, and which part of the window and round it. */
export interface Painted {
  readonly camera: Camera;
  /** In pixels of the window as it was looked at then. */
  readonly part: Rect;
}

/** On the way, what is painted is stretched and shrunk by up to so much before it is painted anew. */
const LARGEST = 1.6;
const SMALLEST = 0.7;
/** On the way out more comes into view: it is painted smaller, so that more of it is there. */
const AHEAD = 1.3;

/** How what was painted lies in the window now: moved, and so many times as large. */
export interface Stretch {
  readonly x: number;
  readonly y: number;
  readonly factor: number;
}

export function stretched({ camera: from }: Painted, camera: Camera): Stretch {
  const factor = camera.k / from.k;
  return { x: camera.x - from.x * factor, y: camera.y - from.y * factor, factor };
}

/** Whether it still shows all that is to be seen, and well enough for a zoom on its way. */
export function willDoOnTheWay(
  painted: Painted,
  camera: Camera,
  size: Size,
  bounds: Rect,
): boolean {
  const { x, y, factor } = stretched(painted, camera);
  if (factor > LARGEST || factor < SMALLEST) return false;
  const { part } = painted;
  const there = {
    x: part.x * factor + x,
    y: part.y * factor + y,
    width: part.width * factor,
    height: part.height * factor,
  };
  const window: Rect = { x: 0, y: 0, ...size };
  return encloses(there, window) || encloses(there, grown(rectToScreen(camera, bounds), 1));
}

/**
 * From where to paint a zoom on its way, so that it will do for many steps to come: on the way in as
 * large as what is painted round the window (`margin`) allows, on the way out smaller.
 */
export function roughCamera(camera: Camera, before: number, size: Size, margin: number): Camera {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const spare = 1 + (1.9 * margin) / Math.max(size.width, size.height, 1);
  const isOut = camera.k < before;
  return zoomAt(camera, middle, isOut ? camera.k / AHEAD : camera.k * spare);
}
