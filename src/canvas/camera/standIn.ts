import type { Rect } from '../../layout/scene.ts';
import { encloses } from '../rects.ts';
import { type Camera, type Size, viewOf } from './camera.ts';
import { type CullFrame, detailAt } from './cullFrame.ts';

/** Elements are stretched by no more than this, as they were drawn when the zoom last rested. */
const LARGEST_STRETCH = 1.5;

interface Seen {
  readonly camera: Camera;
  readonly size: Size;
  /** Of all that is drawn. */
  readonly bounds: Rect;
}

/**
 * Whether elements as they were drawn for `frame` will do while the zoom changes: they are moved and
 * stretched as one picture, which costs next to nothing. Drawing them anew takes several frames; so a
 * canvas stands in for them once they are stretched too much or parts in view are missing.
 */
export function willDo(
  frame: CullFrame,
  restingZoom: number,
  { camera, size, bounds }: Seen,
): boolean {
  const stretch = camera.k / restingZoom;
  if (Math.max(stretch, 1 / stretch) > LARGEST_STRETCH) return false;
  if (detailAt(camera.k, frame.detail) === 'overview') return false;
  return encloses(frame.box, shared(viewOf(camera, size), bounds));
}

/** What they have in common; where there is nothing, something without extent. */
function shared(one: Rect, other: Rect): Rect {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const right = Math.max(x, Math.min(one.x + one.width, other.x + other.width));
  const bottom = Math.max(y, Math.min(one.y + one.height, other.y + other.height));
  return { x, y, width: right - x, height: bottom - y };
}
