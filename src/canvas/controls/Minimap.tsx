import { type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { Rect, Scene } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { viewOf } from '../camera/camera.ts';
import type { Pilot } from '../camera/Pilot.ts';
import { encloses } from '../rects.ts';
import styles from './Minimap.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly pilot: Pilot;
  readonly scene: Scene;
  readonly lit: { readonly boxes: ReadonlySet<string> } | null;
}

/** With fewer boxes than this one sees where one is. */
export const MIN_BOXES = 30;
const WIDTH = 192;
const HEIGHT = 120;

/** The whole machine, small, and the window on it, which can be dragged. Not needed by keyboard. */
export function Minimap({ camera, pilot, scene, lit }: Props) {
  const whole = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const map = useRef<SVGSVGElement>(null);
  const { bounds } = scene;
  const scale = Math.min(WIDTH / bounds.width, HEIGHT / bounds.height);
  const [frames, boxes, ways] = useMemo(
    () => [
      outlines(scene.frames.map(({ rect }) => rect)),
      outlines(scene.boxes.filter(({ key }) => !lit?.boxes.has(key)).map(({ rect }) => rect)),
      outlines(scene.boxes.filter(({ key }) => lit?.boxes.has(key)).map(({ rect }) => rect)),
    ],
    [scene, lit],
  );
  useLayoutEffect(() => {
    const show = () => {
      const element = view.current;
      if (!element || !whole.current) return;
      const seen = viewOf(camera.camera, camera.size);
      // With all of the machine in view it would only cover some of it.
      whole.current.hidden = encloses(seen, bounds);
      const { x, y, width, height } = seen;
      const left = (x - bounds.x) * scale;
      const top = (y - bounds.y) * scale;
      element.style.transform = `translate(${left}px, ${top}px)`;
      element.style.width = `${width * scale}px`;
      element.style.height = `${height * scale}px`;
    };
    show();
    return camera.subscribe(show);
  }, [camera, bounds, scale]);

  const lookThere = (event: PointerEvent) => {
    const frame = map.current?.getBoundingClientRect();
    if (!frame || event.buttons !== 1) return;
    pilot.centre({
      x: bounds.x + (event.clientX - frame.left) / scale,
      y: bounds.y + (event.clientY - frame.top) / scale,
    });
  };
  return (
    <div ref={whole} className={styles.map} hidden>
      <svg
        ref={map}
        aria-hidden="true"
        width={bounds.width * scale}
        height={bounds.height * scale}
        viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          lookThere(event);
        }}
        onPointerMove={lookThere}
      >
        <path className={styles.frames} d={frames} />
        <path className={styles.boxes} d={boxes} data-weak={lit !== null || undefined} />
        <path className={styles.ways} d={ways} />
      </svg>
      <div ref={view} className={styles.view} />
    </div>
  );
}

function outlines(rects: readonly Rect[]): string {
  return rects
    .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`)
    .join('');
}
