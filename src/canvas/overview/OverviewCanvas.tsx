import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CameraStore } from '../camera/CameraStore.ts';
import { grown } from '../rects.ts';
import styles from './OverviewCanvas.module.css';
import { onRatioChange } from './onRatioChange.ts';
import type { Overview } from './overview.ts';
import { paintOverview } from './paintOverview.ts';
import { type Painted, roughCamera, stretched, willDoOnTheWay } from './roughCamera.ts';
import { signs } from './signs.ts';

/** What is painted, but for where it is looked at from. */
type Painting = Omit<Overview, 'camera' | 'size' | 'part' | 'ratio' | 'signs'>;

interface Props extends Painting {
  readonly camera: CameraStore;
  /** Nothing else shows the machine. */
  readonly isAfar: boolean;
}

/** Painted beyond the window on each side, in CSS pixels: so far the canvas is only moved. */
const MARGIN = 128;

/**
 * The machine from afar, on one canvas: moved with the camera, and stretched while the zoom changes;
 * painted anew when that does not do, and when the zoom rests. Near by it stands in for the elements
 * while they cannot follow.
 */
export function OverviewCanvas({ camera, isAfar, ...painting }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted | null>(null);
  const latest = useRef({ painting, isAfar });
  latest.current = { painting, isAfar };

  // Not in the next frame but in this one: what is stale must not be seen as valid.
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const isShown = isAfar || camera.standsIn;
    canvas.current.hidden = !isShown;
    painted.current = isShown ? paint(canvas.current, camera, painting, null) : null;
  });

  useEffect(() => {
    let asked = 0;
    const paintNow = () => {
      asked = 0;
      const element = canvas.current;
      if (!element || element.hidden || (painted.current && fits(element, painted.current, camera)))
        return;
      painted.current = paint(element, camera, latest.current.painting, painted.current);
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(paintNow);
    };
    const follow = () => {
      const element = canvas.current;
      if (!element) return;
      const isShown = latest.current.isAfar || camera.standsIn;
      if (isShown && !element.hidden) {
        if (painted.current) place(element, painted.current, camera);
        ask();
        return;
      }
      if (element.hidden === !isShown) return;
      element.hidden = !isShown;
      painted.current = null;
      // What it stands in for is hidden as of now.
      if (isShown) paintNow();
    };
    const stop = camera.subscribe(follow);
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
      <canvas ref={canvas} className={styles.canvas} hidden />
    </div>
  );
}

/** Whether what is painted will do for where the camera is now. */
function fits(canvas: HTMLCanvasElement, painted: Painted, camera: CameraStore): boolean {
  const { size, bounds } = camera;
  if (canvas.width !== pixels(size.width) || canvas.height !== pixels(size.height)) return false;
  if (camera.isZooming) return willDoOnTheWay(painted, camera.camera, size, bounds);
  const { x, y, factor } = stretched(painted, camera.camera);
  return factor === 1 && Math.max(Math.abs(x), Math.abs(y)) <= MARGIN;
}

/** Moves what is painted to where the camera is now. */
function place(canvas: HTMLCanvasElement, painted: Painted, { camera }: CameraStore): void {
  const { x, y, factor } = stretched(painted, camera);
  const ratio = window.devicePixelRatio;
  const crisp = (value: number) => Math.round(value * ratio) / ratio;
  canvas.style.transform =
    factor === 1
      ? `translate(${crisp(x)}px, ${crisp(y)}px)`
      : `translate(${x}px, ${y}px) scale(${factor})`;
}

/** Paints it for where the camera is, or where it is about to be. */
function paint(
  canvas: HTMLCanvasElement,
  store: CameraStore,
  painting: Painting,
  before: Painted | null,
): Painted {
  const { size } = store;
  const width = pixels(size.width);
  const height = pixels(size.height);
  // Setting either clears the canvas and takes new memory for it.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${size.width + 2 * MARGIN}px`;
  canvas.style.height = `${size.height + 2 * MARGIN}px`;
  const camera =
    store.isZooming && before
      ? roughCamera(store.camera, before.camera.k, size, MARGIN)
      : store.camera;
  const brush = canvas.getContext('2d', { alpha: false });
  if (brush) {
    paintOverview(brush, {
      ...painting,
      camera: { ...camera, x: camera.x + MARGIN, y: camera.y + MARGIN },
      size: { width: size.width + 2 * MARGIN, height: size.height + 2 * MARGIN },
      part: { x: 0, y: 0, width: size.width + 2 * MARGIN, height: size.height + 2 * MARGIN },
      ratio: window.devicePixelRatio,
      signs: signs(),
    });
  }
  const painted = { camera, part: grown({ x: 0, y: 0, ...size }, MARGIN) };
  place(canvas, painted, store);
  return painted;
}

/** The canvas's length along one side, in pixels of the screen. */
function pixels(length: number): number {
  return Math.round((length + 2 * MARGIN) * window.devicePixelRatio);
}
