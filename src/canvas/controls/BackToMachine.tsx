import { useSyncExternalStore } from 'react';
import type { Scene } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { viewOf } from '../camera/camera.ts';
import type { Pilot } from '../camera/Pilot.ts';
import type { SceneIndex } from '../hit/sceneIndex.ts';
import styles from '../Sheet.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly pilot: Pilot;
  readonly scene: Scene;
  readonly index: SceneIndex;
}

/** The way back from where nothing is drawn. */
export function BackToMachine({ camera, pilot, scene, index }: Props) {
  const isLost = useSyncExternalStore(camera.subscribe, () => {
    if (camera.size.width === 0 || scene.boxes.length + scene.frames.length === 0) return false;
    const view = viewOf(camera.camera, camera.size);
    return index.boxes.in(view).length === 0 && index.frames.in(view).length === 0;
  });
  if (!isLost) return null;
  return (
    <button
      type="button"
      className={styles.back}
      onClick={() => pilot.fit(scene.bounds, 'in-flight', true)}
    >
      Back to the machine
    </button>
  );
}
