import { type RefObject, useEffect, useRef } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { Pilot } from '../camera/Pilot.ts';
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
  pilot: Pilot,
  look: PairLook,
  area: Rect | null,
): void {
  const pair = look.kind === 'both' ? `${look.provider} ${look.client}` : null;
  const isExplained = look.kind === 'both' && look.explanation !== null;
  // A pair that is there from the beginning is in view with all of the machine.
  const shown = useRef<Shown | null>(pair === null ? null : { pair, isExplained });
  useEffect(() => {
    const before = shown.current?.pair === pair ? shown.current : null;
    if (pair === null || area === null) {
      shown.current = null;
      return;
    }
    const isNews = before === null || (isExplained && !before.isExplained);
    shown.current = { pair, isExplained: isExplained || before?.isExplained === true };
    if (isNews && !isUnderHand(surface.current)) pilot.revealAll(area);
  }, [surface, pilot, pair, isExplained, area]);
}
