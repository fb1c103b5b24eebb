import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isSameRect } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import type { Machine } from '../../model/machine.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import { CameraStore } from './CameraStore.ts';
import { Pilot } from './Pilot.ts';
import { useRest } from './useRest.ts';

export interface SheetCamera {
  readonly camera: CameraStore;
  readonly pilot: Pilot;
}

/** The camera of one sheet. */
export function useSheetCamera(): SheetCamera {
  const [made] = useState(() => {
    const camera = new CameraStore();
    return { camera, pilot: new Pilot(camera) };
  });
  useRest(made.camera);
  return made;
}

interface Shown {
  readonly drawn: Drawn;
  readonly machine: Machine;
  /** A new document is shown from afar at once. */
  readonly serial: number;
  /** Another drawing of the same machine: the camera flies to where all of it is seen. */
  readonly drawing: string;
}

/**
 * Keeps the camera's window and bounds up to date, and fits what is newly shown: not what was edited,
 * the zoom is the user's.
 */
export function useFitting(
  surface: RefObject<HTMLElement | null>,
  { camera, pilot }: SheetCamera,
  { drawn, machine, serial, drawing }: Shown,
): void {
  const { bounds } = drawn.scene;
  const before = useRef<Shown | null>(null);
  const latest = useRef(bounds);
  latest.current = bounds;

  useLayoutEffect(() => {
    const element = surface.current;
    if (!element) return;
    const measure = () => {
      const wasFitted = pilot.isFitted || camera.size.width === 0;
      camera.resize({ width: element.clientWidth, height: element.clientHeight });
      // Panels open and close beside the sheet: what was wholly in view stays so.
      if (wasFitted && camera.size.width > 0) pilot.fit(latest.current, 'at-once', true);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [surface, camera, pilot]);

  useLayoutEffect(() => {
    const wasFitted = pilot.isFitted;
    camera.setBounds(bounds);
    const last = before.current;
    before.current = { drawn, machine, serial, drawing };
    if (camera.size.width === 0) return;
    if (last?.serial !== serial || last.drawn.tree.parts.size === 0) {
      pilot.fit(bounds, 'at-once', true);
    } else if (last.drawing !== drawing) pilot.fit(bounds, 'in-flight', true);
    else if (last.machine !== machine) pilot.follow(bounds, changed(last.drawn, drawn), wasFitted);
    else if (wasFitted && !isSameRect(last.drawn.scene.bounds, bounds)) {
      pilot.fit(bounds, 'at-once', true);
    }
  }, [camera, pilot, drawn, machine, bounds, serial, drawing]);

  useEffect(() => () => pilot.stop(), [pilot]);
}

/** Where the parts are that an edit brought; if it brought none, those it was made to. */
function changed(before: Drawn, now: Drawn): readonly Rect[] {
  const come = [...now.tree.parts.keys()].filter((part) => !before.tree.parts.has(part));
  const { selection } = peerlane.getState();
  const parts: Iterable<PartId> = come.length > 0 ? come : selection;
  return [...parts].flatMap((part) => rectOfPart(now, part) ?? []);
}
