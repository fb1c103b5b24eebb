import {
  startTransition,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
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

/**
 * The same, a frame later: what is drawn and what is written on it come in frames of their own, so
 * that neither takes long. Both lie beyond the window's edge yet. Another detail comes at once.
 */
export function useLater(frame: CullFrame): CullFrame {
  return useFollowing(frame, (follow) => {
    const asked = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(asked);
  });
}

/** So many ms without a move, and the camera is taken to rest. */
const REST_MS = 120;

/** The same, once the camera rests: for what is heard and pointed at, which nobody does on the way. */
export function useAtRest(frame: CullFrame, camera: CameraStore): CullFrame {
  return useFollowing(frame, (follow) => {
    let waiting = setTimeout(follow, REST_MS);
    const stop = camera.subscribe(() => {
      clearTimeout(waiting);
      waiting = setTimeout(follow, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  });
}

function useFollowing(frame: CullFrame, when: (follow: () => void) => () => void): CullFrame {
  const [shown, setShown] = useState(frame);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `when` says the same each time
  useEffect(() => {
    if (frame === shown) return;
    return when(() => startTransition(() => setShown(frame)));
  }, [frame, shown]);
  return shown.detail === frame.detail ? shown : frame;
}
