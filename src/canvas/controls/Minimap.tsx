import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Point, Rect, Scene } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { viewOf } from '../camera/camera.ts';
import type { Pilot } from '../camera/Pilot.ts';
import { encloses } from '../rects.ts';
import { heldAt } from './heldAt.ts';
import styles from './Minimap.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly pilot: Pilot;
  readonly scene: Scene;
  readonly lit: { readonly boxes: ReadonlySet<string> } | null;
}

const WIDTH = 192;
const HEIGHT = 120;

/**
 * The whole machine, small, and the view of it, which can be dragged. Hidden from those who do not
 * see it: keys move the sheet by themselves, and the outline lists what there is.
 */
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

  /** How the view is held; `null`: it is not. */
  const held = useRef<Point | null>(null);
  const pointOf = (event: PointerEvent): Point => {
    const frame = map.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return {
      x: bounds.x + (event.clientX - frame.left) / scale,
      y: bounds.y + (event.clientY - frame.top) / scale,
    };
  };
  const take = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pilot.grab();
    held.current = heldAt(viewOf(camera.camera, camera.size), pointOf(event));
    lookThere(event);
  };
  const lookThere = (event: PointerEvent) => {
    if (held.current === null) return;
    const at = pointOf(event);
    pilot.centre({ x: at.x + held.current.x, y: at.y + held.current.y });
  };
  const release = () => {
    held.current = null;
  };
  useEffect(() => {
    const callOff = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || held.current === null) return;
      held.current = null;
      pilot.letGo();
      // It means nothing else.
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', callOff, { capture: true });
    return () => window.removeEventListener('keydown', callOff, { capture: true });
  }, [pilot]);
  return (
    <div ref={whole} className={styles.map} title="Drag the view" aria-hidden="true" hidden>
      <svg
        ref={map}
        aria-hidden="true"
        width={bounds.width * scale}
        height={bounds.height * scale}
        viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        onPointerDown={take}
        onPointerMove={lookThere}
        onPointerUp={release}
        onLostPointerCapture={release}
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
