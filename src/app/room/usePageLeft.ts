import { useEffect, useEffectEvent } from 'react';

const listeners = new Set<() => void>();

function leave(): void {
  for (const listener of listeners) listener();
}

// Listened to as soon as this is loaded: the store is made later, with the first that is drawn, so
// that what is given up here is there when it writes. (Capturing would not do: `pagehide` goes to
// its listeners in the order they came.)
if (typeof window === 'object') {
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
}

/**
 * Calls back when the page may be about to go, before the store writes what it has: a field that
 * keeps its text until it is left has to give it up now.
 */
export function usePageLeft(onLeft: () => void): void {
  const left = useEffectEvent(onLeft);
  useEffect(() => {
    const listener = () => left();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
