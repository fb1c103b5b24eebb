import { useDeferredValue, useLayoutEffect, useSyncExternalStore } from 'react';
import type { CameraStore } from './CameraStore.ts';
import type { CullFrame } from './cullFrame.ts';

/**
 * What is to be drawn for the camera. It may lag behind: what is drawn already goes on moving with
 * the camera while React, in its own time, makes what has come into view.
 */
export function useFrame(camera: CameraStore): CullFrame {
  const frame = useDeferredValue(useSyncExternalStore(camera.subscribe, camera.frame));
  useLayoutEffect(() => camera.drew(frame), [camera, frame]);
  return frame;
}
