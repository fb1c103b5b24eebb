import { type RefObject, useEffect, useRef } from 'react';
import type { Pilot } from '../camera/Pilot.ts';
import { type GestureActions, hearGestures } from './hearGestures.ts';

/** Listens to the gestures on the sheet for as long as it is there. */
export function useGestures(
  surface: RefObject<HTMLElement | null>,
  pilot: Pilot,
  actions: GestureActions,
): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    return hearGestures(element, pilot, () => latest.current);
  }, [surface, pilot]);
}
