import type { Point, Rect } from '../../layout/scene.ts';

/** Where the sheet is looked at from: a point of the scene is drawn at `k * point + (x, y)`. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  /** CSS pixels for one drawing unit: 1 is 100 %. */
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function toScene(camera: Camera, at: Point): Point {
  return { x: (at.x - camera.x) / camera.k, y: (at.y - camera.y) / camera.k };
}

export function toScreen(camera: Camera, at: Point): Point {
  return { x: at.x * camera.k + camera.x, y: at.y * camera.k + camera.y };
}

export function rectToScene(camera: Camera, rect: Rect): Rect {
  return {
    ...toScene(camera, rect),
    width: rect.width / camera.k,
    height: rect.height / camera.k,
  };
}

export function rectToScreen(camera: Camera, rect: Rect): Rect {
  return {
    ...toScreen(camera, rect),
    width: rect.width * camera.k,
    height: rect.height * camera.k,
  };
}

/** The part of the scene that is in view. */
export function viewOf(camera: Camera, size: Size): Rect {
  return rectToScene(camera, { x: 0, y: 0, ...size });
}

export function panBy(camera: Camera, by: Point): Camera {
  return { ...camera, x: camera.x + by.x, y: camera.y + by.y };
}

/** Zooms so that what is under `at` stays under it. */
export function zoomAt(camera: Camera, at: Point, k: number): Camera {
  const factor = k / camera.k;
  return {
    x: at.x - (at.x - camera.x) * factor,
    y: at.y - (at.y - camera.y) * factor,
    k,
  };
}

/** The camera that shows this point of the scene in the middle. */
export function centredOn(at: Point, size: Size, k: number): Camera {
  return { x: size.width / 2 - at.x * k, y: size.height / 2 - at.y * k, k };
}
