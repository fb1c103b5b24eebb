import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(pointer: coarse)');

/** Is it a finger that points? */
export function useIsCoarse(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}

function subscribe(listener: () => void): () => void {
  const asked = query();
  asked.addEventListener('change', listener);
  return () => asked.removeEventListener('change', listener);
}
