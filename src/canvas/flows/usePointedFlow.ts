import { type RefObject, useEffect, useRef } from 'react';
import { nearestLine } from '../../layout/nearLine.ts';
import type { PlacedTag } from '../../layout/placeTags.ts';
import { holds, rectAt } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { type Camera, toScene, toScreen } from '../camera/camera.ts';
import { hearClicks, type Pointed } from '../hit/hearClicks.ts';
import type { DrawnFlow } from './flowsDrawing.ts';
import { type FlowTag, lineAt } from './flowTag.ts';

interface Pointable {
  readonly ways: readonly DrawnFlow[];
  readonly tags: readonly FlowTag[];
  readonly places: readonly PlacedTag[];
}

/** How far beside a line one may point. */
const SLOP = 4;

/**
 * A click on a flow's words or line looks at it in the panel. A line runs over links and parts: a press on it
 * still means those as well.
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
    const found = ({ clientX, clientY }: PointerEvent) => {
      const { flowDrawing, carry } = peerlane.getState();
      if (flowDrawing !== null || carry !== null) return null;
      const { left, top } = element.getBoundingClientRect();
      return flowAt({ x: clientX - left, y: clientY - top }, camera.camera, latest.current);
    };
    hearClicks(element, signal, found, ({ flow }) =>
      peerlane.getState().actions.lookAtFlows({ flow: flow.id }),
    );
    return () => ending.abort();
  }, [surface, camera]);
}

/** The flow that is pointed at on the screen: by its words, else by its line. */
export function flowAt(
  at: Point,
  camera: Camera,
  { ways, tags, places }: Pointable,
): Pointed<DrawnFlow> | null {
  for (const [index, tag] of tags.entries()) {
    const place = places[index];
    if (!place) continue;
    const { x, y } = toScreen(camera, place.from);
    const rect = rectAt({ x: x + place.dx, y: y + place.dy }, tag.width, tag.height);
    const way = holds(rect, at) && lineAt(tag, at.y - rect.y)?.way;
    if (way) return { way, on: 'tag' };
  }
  const way = nearestLine(ways, toScene(camera, at), SLOP / camera.k);
  return way && { way, on: 'line' };
}
