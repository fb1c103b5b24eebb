import { useDeferredValue, useSyncExternalStore } from 'react';
import type { CameraStore } from './CameraStore.ts';
import type { CullFrame } from './cullFrame.ts';

/**
 * What is to be drawn for the camera. It may lag behind: what is drawn already goes on moving with
 * the camera while React, in its own time, makes what has come into view.
 */
export function useFrame(camera: CameraStore): CullFrame {
  return useDeferredValue(useSyncExternalStore(camera.subscribe, camera.frame));
}
