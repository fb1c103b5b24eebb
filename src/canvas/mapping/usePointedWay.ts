import { type RefObject, useEffect, useRef } from 'react';
import type { PlacedTag } from '../../layout/placeTags.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { hearClicks } from '../hit/hearClicks.ts';
import type { DrawnWay } from './mappingDrawing.ts';
import { wayAt } from './wayAt.ts';
import type { WayTag } from './wayTags.ts';

interface Pointable {
  readonly ways: readonly DrawnWay[];
  readonly tags: readonly WayTag[];
  readonly places: readonly PlacedTag[];
}

/**
 * A way that is pointed at on the sheet is pointed at in the panel: for as long as the pointer is on
 * it, or for good once it was clicked.
 */
export function usePointedWay(
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
    /** What was pointed at before the pointer came to a way. */
    let before: { output: number | null; entry: number | null } | null = null;
    let over: DrawnWay | null = null;
    const found = ({ clientX, clientY }: PointerEvent) => {
      const { ways, tags, places } = latest.current;
      const { left, top } = element.getBoundingClientRect();
      const isPlayed = peerlane.getState().play !== null;
      const at = { x: clientX - left, y: clientY - top };
      return wayAt(at, camera.camera, ways, isPlayed ? [] : tags, places);
    };
    const look = (way: DrawnWay | null) => {
      if (way?.key === over?.key) return;
      const { mapping, actions } = peerlane.getState();
      if (way) {
        before ??= { output: mapping.output, entry: mapping.entry };
        actions.lookAtMapping(pointedIn(way));
      } else if (before) {
        actions.lookAtMapping(before);
        before = null;
      }
      over = way;
      element.style.cursor = way ? 'pointer' : '';
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      look(event.buttons === 0 ? (found(event)?.way ?? null) : over);
    };
    const take = (way: DrawnWay) => {
      peerlane.getState().actions.lookAtMapping(pointedIn(way));
      over = way;
      before = null;
    };
    const leave = () => look(null);
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    hearClicks(element, signal, found, take);
    return () => {
      look(null);
      ending.abort();
    };
  }, [surface, camera]);
}

/** The panel points at an output, and at an entry where the output holds others as well. */
function pointedIn({ outputs, entries }: DrawnWay) {
  return { output: outputs[0] ?? null, entry: entries[0] ?? null };
}
