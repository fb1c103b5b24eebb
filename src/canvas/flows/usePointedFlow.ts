import { type RefObject, useEffect, useRef } from 'react';
import { nearLine } from '../../layout/flows/nearLine.ts';
import type { PlacedTag } from '../../layout/placeTags.ts';
import { holds, rectAt } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { type Camera, toScene, toScreen } from '../camera/camera.ts';
import type { DrawnFlow } from './flowsDrawing.ts';
import { type FlowTag, lineAt } from './flowTag.ts';

interface Pointable {
  readonly ways: readonly DrawnFlow[];
  readonly tags: readonly FlowTag[];
  readonly places: readonly PlacedTag[];
}

/** So far a press may move and still is a click, in CSS pixels. */
const STILL = 4;
/** How far beside a line one may point. */
const SLOP = 4;

/**
 * A click on a flow's words or line looks at it in the panel. The drawing itself hears nothing; its surface
 * does. A line runs over links and parts: a press on it still means those as well.
 */
export function usePointedFlow(
  surface: RefObject<HTMLElement | null>,
  camera: CameraStore,
  pointable: Pointable,
): void {
  const latest = useRef(pointable);
  latest.current = pointable;
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const ending = new AbortController();
    const { signal } = ending;
    let pressed: Point | null = null;
    const found = ({ clientX, clientY }: PointerEvent) => {
      const { flowDrawing, carry } = peerlane.getState();
      if (flowDrawing !== null || carry !== null) return null;
      const { left, top } = element.getBoundingClientRect();
      return flowAt({ x: clientX - left, y: clientY - top }, camera.camera, latest.current);
    };
    const press = (event: PointerEvent) => {
      pressed = { x: event.clientX, y: event.clientY };
      // Words lie over the machine: what is beneath them is not meant.
      if (event.button === 0 && found(event)?.on === 'tag') event.stopImmediatePropagation();
    };
    const release = (event: PointerEvent) => {
      const from = pressed;
      pressed = null;
      if (!from || event.button !== 0) return;
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) return;
      const way = found(event)?.way;
      if (way) peerlane.getState().actions.lookAtFlows({ flow: way.flow.id });
    };
    element.addEventListener('pointerdown', press, { signal, capture: true });
    element.addEventListener('pointerup', release, { signal, capture: true });
    return () => ending.abort();
  }, [surface, camera]);
}

/** The flow that is pointed at on the screen: by its words, else by its line. */
export function flowAt(
  at: Point,
  camera: Camera,
  { ways, tags, places }: Pointable,
): { readonly way: DrawnFlow; readonly on: 'tag' | 'line' } | null {
  for (const [index, tag] of tags.entries()) {
    const place = places[index];
    if (!place) continue;
    const { x, y } = toScreen(camera, place.from);
    const rect = rectAt({ x: x + place.dx, y: y + place.dy }, tag.width, tag.height);
    const way = holds(rect, at) && lineAt(tag, at.y - rect.y)?.way;
    if (way) return { way, on: 'tag' };
  }
  const on = toScene(camera, at);
  let nearest: DrawnFlow | null = null;
  let least = SLOP / camera.k;
  for (const way of ways) {
    const off = nearLine(way.points, on);
    if (off > least) continue;
    least = off;
    nearest = way;
  }
  return nearest && { way: nearest, on: 'line' };
}
