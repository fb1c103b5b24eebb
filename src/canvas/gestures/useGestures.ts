import { type RefObject, useEffect, useRef } from 'react';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { type GestureActions, type HeardGestures, hearGestures } from './hearGestures.ts';

/**
 * Listens to the gestures on the sheet for as long as it is there.
 *
 * @returns ends the gesture under way as if it had never begun
 */
export function useGestures(
  surface: RefObject<HTMLElement | null>,
  sheetCamera: SheetCamera,
  actions: GestureActions,
): RefObject<HeardGestures | null> {
  const latest = useRef(actions);
  latest.current = actions;
  const heard = useRef<HeardGestures | null>(null);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const gestures = hearGestures(element, sheetCamera, () => latest.current);
    heard.current = gestures;
    return () => {
      heard.current = null;
      gestures.stop();
    };
  }, [surface, sheetCamera]);
  return heard;
}
