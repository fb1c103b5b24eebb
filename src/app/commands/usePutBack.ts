import { useEffect } from 'react';
import { peerlane } from '../../store/peerlane.ts';

/**
 * Escape puts back what is carried, wherever the focus is. Whoever carries on the sheet or out of a
 * panel hears the key first; this comes before everything else that it ends.
 */
export function usePutBack(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { carry, actions } = peerlane.getState();
      if (event.key !== 'Escape' || event.defaultPrevented || carry === null) return;
      event.preventDefault();
      actions.putBack();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
