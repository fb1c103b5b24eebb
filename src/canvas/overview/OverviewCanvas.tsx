import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CameraStore } from '../camera/CameraStore.ts';
import styles from './OverviewCanvas.module.css';
import type { Overview } from './overview.ts';
import { paintOverview } from './paintOverview.ts';
import { signs } from './signs.ts';

interface Props extends Omit<Overview, 'camera' | 'size' | 'ratio' | 'signs'> {
  readonly camera: CameraStore;
}

/** The machine from afar, on one canvas: painted anew with every move of the camera. */
export function OverviewCanvas({ camera, ...what }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(what);
  latest.current = what;
  const asked = useRef(0);

  // Not in the next frame but in this one: what is stale must not be seen as valid.
  useLayoutEffect(() => {
    if (canvas.current) paint(canvas.current, camera, what);
  });

  useEffect(() => {
    const askForPaint = () => {
      if (asked.current !== 0) return;
      asked.current = requestAnimationFrame(() => {
        asked.current = 0;
        if (canvas.current) paint(canvas.current, camera, latest.current);
      });
    };
    const stop = camera.subscribe(askForPaint);
    const stopRatio = onRatioChange(askForPaint);
    return () => {
      stop();
      stopRatio();
      cancelAnimationFrame(asked.current);
      asked.current = 0;
    };
  }, [camera]);
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}

function paint(
  canvas: HTMLCanvasElement,
  { camera, size }: CameraStore,
  what: Omit<Overview, 'camera' | 'size' | 'ratio' | 'signs'>,
): void {
  const ratio = window.devicePixelRatio;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  // Setting either clears the canvas and takes new memory for it.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const brush = canvas.getContext('2d', { alpha: false });
  if (brush) paintOverview(brush, { ...what, camera, size, ratio, signs: signs() });
}

/** Calls back when the page is zoomed or moved to a screen of another density. */
function onRatioChange(listener: () => void): () => void {
  let query: MediaQueryList | null = null;
  const changed = () => {
    watch();
    listener();
  };
  const watch = () => {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  watch();
  return () => query?.removeEventListener('change', changed);
}
