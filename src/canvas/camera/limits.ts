import type { Rect } from '../../layout/scene.ts';
import { around, encloses, middleOf } from '../rects.ts';
import { type Camera, centredOn, rectToScreen, type Size } from './camera.ts';

/** Nothing is drawn larger than this: letters of 13 px are a hand high by then. */
const MAX_ZOOM = 4;
/** Fitting does not blow a small machine up: 100 % is the size it is drawn for. */
const MAX_FIT = 1;
/** Free space round what is fitted, in CSS pixels. */
const MARGIN = 32;
/** At least this much of the drawing stays in the window, in CSS pixels. */
const KEPT = 64;

/** Along the bottom edge the controls stand over the drawing: so high is their row, for fingers, in CSS pixels. */
const CONTROLS = 56;

/** What of the window no controls cover. */
export function uncovered({ width, height }: Size): Size {
  return { width, height: height - Math.min(CONTROLS, height / 4) };
}

/** The camera that shows all of `rect`; above the controls, if it would run beneath them. */
export function fitCamera(rect: Rect, size: Size, maxZoom = MAX_FIT): Camera {
  const camera = fitted(rect, size, maxZoom);
  const clear = uncovered(size);
  if ((rect.y + rect.height) * camera.k + camera.y <= clear.height) return camera;
  // The controls take the place of the lower margin.
  const margin = marginOf(size);
  return fitted(rect, { ...size, height: clear.height + margin }, maxZoom, margin);
}

function marginOf({ width, height }: Size): number {
  return Math.min(MARGIN, width / 8, height / 8);
}

function fitted(rect: Rect, size: Size, maxZoom: number, margin = marginOf(size)): Camera {
  const k = Math.min(
    (size.width - 2 * margin) / Math.max(rect.width, 1),
    (size.height - 2 * margin) / Math.max(rect.height, 1),
    maxZoom,
  );
  return centredOn(middleOf(rect), size, Math.max(k, 0.001));
}

/** How far out and in one may zoom: out to half of what fits, at the least to 25 %. */
export function zoomLimits(bounds: Rect, size: Size): readonly [min: number, max: number] {
  return [Math.min(0.25, fitCamera(bounds, size).k / 2), MAX_ZOOM];
}

/** The nearest camera that keeps a piece of the drawing in the window: it cannot be lost. */
export function constrained(camera: Camera, bounds: Rect, size: Size): Camera {
  const { k } = camera;
  return {
    x: kept(camera.x, bounds.x * k, bounds.width * k, size.width),
    y: kept(camera.y, bounds.y * k, bounds.height * k, size.height),
    k,
  };
}

/** Along one axis: where the drawing is moved to, so that it and the window overlap. */
function kept(offset: number, start: number, length: number, window: number): number {
  const overlap = Math.min(KEPT, length, window);
  const lowest = overlap - start - length;
  const highest = window - overlap - start;
  return Math.min(Math.max(offset, lowest), highest);
}

/** Moves no more than it takes to bring `rect` into sight, and not at all when it is there. */
export function revealing(camera: Camera, rect: Rect, size: Size, margin = MARGIN): Camera {
  return revealed(camera, rect, uncovered(size), margin);
}

function revealed(camera: Camera, rect: Rect, room: Size, margin: number): Camera {
  const { k } = camera;
  return {
    x: camera.x + shift(rect.x * k + camera.x, rect.width * k, room.width, margin),
    y: camera.y + shift(rect.y * k + camera.y, rect.height * k, room.height, margin),
    k,
  };
}

/**
 * Brings all of some parts into sight, from further away if it takes that; the same camera if they
 * are. `corner` is what else is covered, in the lower right of the window: width and height.
 */
export function revealingAll(
  camera: Camera,
  parts: readonly Rect[],
  size: Size,
  corner: Size | null = null,
): Camera {
  const all = around(parts);
  if (!all) return camera;
  const clear = uncovered(size);
  const isSeen = (from: Camera) =>
    parts.every((part) => {
      const on = rectToScreen(from, part);
      const isLeft = corner === null || on.x + on.width <= size.width - corner.width;
      const isAbove = corner === null || on.y + on.height <= size.height - corner.height;
      return encloses({ x: 0, y: 0, ...clear }, on) && (isLeft || isAbove);
    });
  if (isSeen(camera)) return camera;
  const within = (room: Size): Camera => {
    const whole = fitted(all, room, camera.k);
    return whole.k < camera.k ? whole : revealed(camera, all, room, MARGIN);
  };
  const near = within(clear);
  if (corner === null || isSeen(near)) return near;
  const beside = within({ ...clear, width: size.width - corner.width });
  const above = within({ ...clear, height: size.height - corner.height });
  return beside.k >= above.k ? beside : above;
}

function shift(start: number, length: number, window: number, margin: number): number {
  if (length > window - 2 * margin) return window / 2 - start - length / 2;
  if (start < margin) return margin - start;
  const end = start + length;
  return end > window - margin ? window - margin - end : 0;
}
