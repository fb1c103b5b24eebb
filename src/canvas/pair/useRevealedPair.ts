import { type RefObject, useEffect, useRef } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { Size } from '../camera/camera.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { isUnderHand } from '../gestures/isUnderHand.ts';
import type { PairLook } from './pairLook.ts';

interface Shown {
  readonly pair: string;
  readonly isExplained: boolean;
}

/**
 * Brings the whole way of a newly chosen pair into view; once more when its reasons come, which may
 * lead it up to the root complex. Later changes of the machine move nothing.
 */
export function useRevealedPair(
  surface: RefObject<HTMLElement | null>,
  { camera, pilot }: SheetCamera,
  look: PairLook,
  parts: readonly Rect[],
  corner: RefObject<HTMLElement | null>,
): void {
  const pair = look.kind === 'both' ? `${look.provider} ${look.client}` : null;
  const isExplained = look.kind === 'both' && look.explanation !== null;
  // A pair that is there from the beginning is in view with all of the machine.
  const shown = useRef<Shown | null>(pair === null ? null : { pair, isExplained });
  useEffect(() => {
    const before = shown.current?.pair === pair ? shown.current : null;
    if (pair === null || parts.length === 0) {
      shown.current = null;
      return;
    }
    const isNews = before === null || (isExplained && !before.isExplained);
    shown.current = { pair, isExplained: isExplained || before?.isExplained === true };
    if (!isNews || isUnderHand(surface.current)) return;
    pilot.revealAll(parts, coveredCorner(camera.size, corner.current));
  }, [surface, camera, pilot, pair, isExplained, parts, corner]);
}

/** How far the minimap, if there is one, reaches into the window from its lower right corner. */
function coveredCorner({ width, height }: Size, corner: HTMLElement | null): Size | null {
  const map = corner?.firstElementChild;
  if (!corner || !(map instanceof HTMLElement) || map === corner.lastElementChild) return null;
  if (map.hidden) return null;
  const left = corner.offsetLeft + map.offsetLeft;
  const top = corner.offsetTop + map.offsetTop;
  return { width: width - left, height: height - top };
}
