import { useEffect } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';

/** Where the browser keeps nothing, it asks before a tab with work in it is closed. */
export function useLeaveGuard(): void {
  const isAtRisk = usePeerlane(
    ({ saving, undoable }) =>
      saving.kind === 'unsaved' && saving.why !== null && undoable.length > 0,
  );
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
}
