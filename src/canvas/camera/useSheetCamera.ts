import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Rect } from '../../layout/scene.ts';
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
  readonly bounds: Rect;
  /** A new document is shown from afar at once. */
  readonly serial: number;
  /** Another drawing of the same machine: the camera flies to where all of it is seen. */
  readonly drawing: string;
}

/** Keeps the camera's window and bounds up to date, and fits what is newly shown. */
export function useFitting(
  surface: RefObject<HTMLElement | null>,
  { camera, pilot }: SheetCamera,
  { bounds, serial, drawing }: Shown,
): void {
  const before = useRef<{ serial: number; drawing: string } | null>(null);
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
    before.current = { serial, drawing };
    if (camera.size.width === 0) return;
    if (last?.serial !== serial) pilot.fit(bounds, 'at-once', true);
    else if (last.drawing !== drawing) pilot.fit(bounds, 'in-flight', true);
    else if (wasFitted) pilot.fit(bounds, 'at-once', true);
  }, [camera, pilot, bounds, serial, drawing]);

  useEffect(() => () => pilot.stop(), [pilot]);
}
