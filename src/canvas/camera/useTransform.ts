import { type RefObject, useLayoutEffect } from 'react';
import type { CameraStore } from './CameraStore.ts';

/** The widest link as drawn, and what the halo of a way stands out beyond it, in pixels. */
const WIDEST_LINK = 5;
const HALO = 4;

/**
 * Moves what is drawn with the camera, without React. Translations are whole device pixels, so
 * that hairlines stay crisp at 100 %.
 */
export function useTransform(
  camera: CameraStore,
  world: RefObject<SVGGElement | null>,
  overlay: RefObject<SVGGElement | null>,
): void {
  useLayoutEffect(() => {
    let lastZoom = 0;
    const apply = () => {
      const { x, y, k } = camera.camera;
      const ratio = window.devicePixelRatio;
      const crisp = (value: number) => Math.round(value * ratio) / ratio;
      const transform = `translate(${crisp(x)} ${crisp(y)}) scale(${k})`;
      // From afar nothing is in there.
      if (camera.frame().detail !== 'overview') world.current?.setAttribute('transform', transform);
      overlay.current?.setAttribute('transform', transform);
      if (k === lastZoom) return;
      lastZoom = k;
      overlay.current?.style.setProperty('--inverse', String(1 / k));
      overlay.current?.style.setProperty('--halo', `${Math.max(8, WIDEST_LINK * k + HALO)}px`);
    };
    apply();
    return camera.subscribe(apply);
  }, [camera, world, overlay]);
}
