import { useLayoutEffect, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import styles from './Controls.module.css';

/**
 * The zoom, and the way back to 100 %. Written by hand: rendered with every frame of a zoom, it would
 * never let React come to what the zoom brings into view.
 */
export function Percent({ camera }: { readonly camera: CameraStore }) {
  const { moveCamera } = usePeerlane((state) => state.actions);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    let shown = '';
    const show = () => {
      const percent = `${Math.round(camera.camera.k * 100)} %`;
      if (percent === shown || !button.current) return;
      shown = percent;
      button.current.textContent = percent;
      button.current.setAttribute('aria-label', `${percent}, zoom to 100 %`);
    };
    show();
    return camera.subscribe(show);
  }, [camera]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.percent}
      title="Zoom to 100 %"
      onClick={() => moveCamera('actual-size')}
    />
  );
}
