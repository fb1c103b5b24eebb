import { type RefObject, useLayoutEffect } from 'react';
import type { CameraStore } from './CameraStore.ts';

/** The widest link as drawn, and what the halo of a way stands out beyond it, in pixels. */
const WIDEST_LINK = 5;
const HALO = 4;
/** Origins are multiples of this, in drawing units: whole pixels at 100 %. */
const GRID = 64;

/**
 * Moves what is drawn with the camera, without React: each `layer` is an svg with one group. Panning
 * moves the svg as a whole, which the browser does without drawing anything anew; the group inside
 * has the zoom. Its origin is near what is in view, so that coordinates stay small. Translations are
 * whole device pixels: hairlines stay crisp at 100 %.
 */
export function useTransform(
  camera: CameraStore,
  world: RefObject<SVGGElement | null>,
  overlay: RefObject<SVGGElement | null>,
): void {
  useLayoutEffect(() => {
    let last = { k: 0, left: 0, top: 0 };
    const apply = () => {
      const { x, y, k } = camera.camera;
      const { box } = camera.frame();
      const left = Math.round(box.x / GRID) * GRID;
      const top = Math.round(box.y / GRID) * GRID;
      const ratio = window.devicePixelRatio;
      const crisp = (value: number) => Math.round(value * ratio) / ratio;
      const moved = `translate(${crisp(x + left * k)}px, ${crisp(y + top * k)}px)`;
      for (const { current } of [world, overlay]) {
        if (current?.ownerSVGElement) current.ownerSVGElement.style.transform = moved;
      }
      if (k === last.k && left === last.left && top === last.top) return;
      const zoomed = `scale(${k}) translate(${-left} ${-top})`;
      for (const { current } of [world, overlay]) current?.setAttribute('transform', zoomed);
      if (k !== last.k) {
        overlay.current?.style.setProperty('--inverse', String(1 / k));
        overlay.current?.style.setProperty('--halo', `${Math.max(8, WIDEST_LINK * k + HALO)}px`);
      }
      last = { k, left, top };
    };
    apply();
    return camera.subscribe(apply);
  }, [camera, world, overlay]);
}
