import { type RefObject, useEffect } from 'react';
import { hand } from '../../parts/hand.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';

/** So near to its edge the list moves under the hand, in CSS pixels, and so far in a frame. */
const EDGE = 28;
const STEP = 8;

/** What is carried over the lines is aimed at the line below the hand; at its edges the list moves on. */
export function useRowAim(
  scroller: RefObject<HTMLElement | null>,
  partAt: (index: number) => PartId | null,
): void {
  useEffect(() => {
    let frame = 0;
    /** The part that was last aimed at from here. */
    let aimed: PartId | null = null;
    const look = () => {
      cancelAnimationFrame(frame);
      const list = scroller.current;
      const at = hand.get();
      const { carry, actions } = peerlane.getState();
      if (!list || !at || carry === null) {
        aimed = null;
        return;
      }
      const line = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[role="treeitem"]');
      const box = list.getBoundingClientRect();
      const isOver = at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
      if (!isOver) {
        // Elsewhere somebody else aims, and may have done so by now.
        if (aimed !== null && carry.aim === aimed) actions.aim(null);
        aimed = null;
        return;
      }
      aimed = line && list.contains(line) ? partAt(Number(line.dataset.index)) : null;
      actions.aim(aimed);
      const step = at.y < box.top + EDGE ? -STEP : at.y > box.bottom - EDGE ? STEP : 0;
      if (step === 0) return;
      const before = list.scrollTop;
      list.scrollTop += step;
      if (list.scrollTop !== before) frame = requestAnimationFrame(look);
    };
    const stop = hand.subscribe(look);
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [scroller, partAt]);
}
