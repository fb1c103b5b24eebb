import { type RefObject, useLayoutEffect } from 'react';
import { focusSheet } from '../../parts/focusSheet.ts';

/** Who closes a panel from within loses the focus with it: the drawing takes it, if nobody else does. */
export function useFocusLeft(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusSheet();
      });
    };
  }, [panel]);
}
