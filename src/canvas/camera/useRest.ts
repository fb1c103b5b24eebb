import { useEffect } from 'react';
import type { CameraStore } from './CameraStore.ts';

/**
 * After so many frames without a change the zoom is taken to rest, and all is drawn as it should be.
 * Not after a time: where frames take long, drawing anew between them would make them take longer.
 */
const REST_FRAMES = 6;

/** Notices when a zoom has come to rest. */
export function useRest(camera: CameraStore): void {
  useEffect(() => {
    let asked = 0;
    let quiet = 0;
    let last = camera.camera.k;
    const look = () => {
      asked = 0;
      quiet += 1;
      if (quiet >= REST_FRAMES) camera.settle();
      else asked = requestAnimationFrame(look);
    };
    const stop = camera.subscribe(() => {
      const { k } = camera.camera;
      if (k !== last) quiet = 0;
      last = k;
      if (camera.isZooming && asked === 0) asked = requestAnimationFrame(look);
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
      camera.settle();
    };
  }, [camera]);
}
