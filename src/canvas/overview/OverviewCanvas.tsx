import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Camera } from '../camera/camera.ts';
import { grown } from '../rects.ts';
import styles from './OverviewCanvas.module.css';
import type { Overview } from './overview.ts';
import { paintOverview } from './paintOverview.ts';
import { signs } from './signs.ts';

/** What is painted, but for where it is looked at from. */
type Painting = Omit<Overview, 'camera' | 'size' | 'part' | 'ratio' | 'signs'>;

interface Props extends Painting {
  readonly camera: CameraStore;
}

/** Where it was looked at from, and how far beyond the window it was painted. */
interface Painted extends Camera {
  readonly beyond: number;
}

/** Painted beyond the window on each side, in CSS pixels: so far the canvas is only moved. */
const MARGIN = 128;

/** The machine from afar, on one canvas: moved with the camera, painted anew when that does not do. */
export function OverviewCanvas({ camera, ...painting }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted | null>(null);
  const latest = useRef(painting);
  latest.current = painting;

  // Not in the next frame but in this one: what is stale must not be seen as valid.
  useLayoutEffect(() => {
    if (canvas.current) painted.current = paint(canvas.current, camera, painting, MARGIN);
  });

  useEffect(() => {
    let asked = 0;
    const show = () => {
      asked = 0;
      const element = canvas.current;
      if (!element || (painted.current && move(element, painted.current, camera))) return;
      // A zoom under way is painted anew with each step: no more of it than is seen.
      const isZooming = painted.current !== null && painted.current.k !== camera.camera.k;
      painted.current = paint(element, camera, latest.current, isZooming ? 0 : MARGIN);
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(show);
    };
    const stop = camera.subscribe(ask);
    const stopRatio = onRatioChange(() => {
      painted.current = null;
      ask();
    });
    return () => {
      stop();
      stopRatio();
      cancelAnimationFrame(asked);
    };
  }, [camera]);
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}

/** Moves what is painted to where the camera is now, if that is near enough. */
function move(canvas: HTMLCanvasElement, from: Painted, { camera, size }: CameraStore): boolean {
  const dx = camera.x - from.x;
  const dy = camera.y - from.y;
  if (camera.k !== from.k || Math.max(Math.abs(dx), Math.abs(dy)) > from.beyond) return false;
  if (canvas.width !== pixels(size.width) || canvas.height !== pixels(size.height)) return false;
  const ratio = window.devicePixelRatio;
  const crisp = (value: number) => Math.round(value * ratio) / ratio;
  canvas.style.transform = `translate(${crisp(dx)}px, ${crisp(dy)}px)`;
  return true;
}

function paint(
  canvas: HTMLCanvasElement,
  { camera, size }: CameraStore,
  painting: Painting,
  beyond: number,
): Painted {
  const width = pixels(size.width);
  const height = pixels(size.height);
  // Setting either clears the canvas and takes new memory for it.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${size.width + 2 * MARGIN}px`;
  canvas.style.height = `${size.height + 2 * MARGIN}px`;
  canvas.style.transform = '';
  const brush = canvas.getContext('2d', { alpha: false });
  if (brush) {
    paintOverview(brush, {
      ...painting,
      camera: { ...camera, x: camera.x + MARGIN, y: camera.y + MARGIN },
      size: { width: size.width + 2 * MARGIN, height: size.height + 2 * MARGIN },
      part: grown({ x: MARGIN, y: MARGIN, ...size }, beyond),
      ratio: window.devicePixelRatio,
      signs: signs(),
    });
  }
  return { ...camera, beyond };
}

/** The canvas's length along one side, in pixels of the screen. */
function pixels(length: number): number {
  return Math.round((length + 2 * MARGIN) * window.devicePixelRatio);
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
