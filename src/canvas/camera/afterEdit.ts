import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import { around } from '../rects.ts';
import { type Camera, rectToScreen, type Size } from './camera.ts';
import { revealing, uncovered } from './limits.ts';

export interface AfterEdit {
  readonly camera: Camera;
  /** All of it is in view still. */
  readonly isFitted: boolean;
}

/**
 * Where a sheet is looked at from once an edit has changed the drawing: from as near as before, for
 * only the user zooms. What was wholly in view stays so by moving, if there is room for it; else it
 * moves where nothing of what changed would be seen.
 */
export function afterEdit(
  camera: Camera,
  bounds: Rect,
  changed: readonly Rect[],
  size: Size,
  wasFitted: boolean,
): AfterEdit {
  const { width, height } = uncovered(size);
  const { k } = camera;
  if (wasFitted && bounds.width * k <= width && bounds.height * k <= height) {
    return { camera: revealing(camera, bounds, size, 0), isFitted: true };
  }
  const [first] = changed;
  const view = { x: 0, y: 0, width, height };
  if (!first || changed.some((rect) => intersects(view, rectToScreen(camera, rect)))) {
    return { camera, isFitted: false };
  }
  const all = around(changed) ?? first;
  const isSmall = all.width * k <= width && all.height * k <= height;
  return { camera: revealing(camera, isSmall ? all : first, size), isFitted: false };
}
