import type { Rect } from '../../layout/scene.ts';
import { encloses, grown, NOWHERE } from '../rects.ts';
import { type Camera, type Size, viewOf } from './camera.ts';

/**
 * How much is drawn. `overview`: one canvas, kinds and counts; `names`: boxes with names and
 * addresses; `details`: captions of links and ACS bits, too.
 */
export type Detail = 'overview' | 'names' | 'details';

/** What React draws: it draws anew only when this changes, not with every move of the camera. */
export interface CullFrame {
  readonly detail: Detail;
  /** What is drawn of the scene: the window and up to a quarter of it all round. */
  readonly box: Rect;
}

export const NO_FRAME: CullFrame = { detail: 'overview', box: NOWHERE };

/** Below this, words of 13 px are no longer read but seen. */
export const NAMES_FROM = 0.66;
export const DETAILS_FROM = 0.75;
/** A step back is made a little later than forth, so that nothing flickers at the border. */
const HYSTERESIS = 0.02;
/** Smaller, more fits into the window: less round it will do. */
const PADDING = { overview: 0, names: 0.15, details: 0.25 } as const;
/** So much too large a frame (after zooming in) is drawn anew, though the view lies within it. */
const TOO_LARGE = 2.5;

export function detailAt(k: number, before: Detail): Detail {
  const names = before === 'overview' ? NAMES_FROM : NAMES_FROM - HYSTERESIS;
  const details = before === 'details' ? DETAILS_FROM - HYSTERESIS : DETAILS_FROM;
  if (k < names) return 'overview';
  return k < details ? 'names' : 'details';
}

/** The frame to draw for this camera: the one before as long as it will do. */
export function nextFrame(before: CullFrame, camera: Camera, size: Size): CullFrame {
  const detail = detailAt(camera.k, before.detail);
  const view = viewOf(camera, size);
  // The overview draws itself for every camera and has nothing to keep.
  if (detail === 'overview') {
    return before.detail === 'overview' ? before : { detail, box: NOWHERE };
  }
  const fits =
    encloses(before.box, view) &&
    before.box.width <= view.width * TOO_LARGE &&
    before.box.height <= view.height * TOO_LARGE;
  if (detail === before.detail && fits) return before;
  return { detail, box: grown(view, view.width * PADDING[detail], view.height * PADDING[detail]) };
}
