import { useSyncExternalStore } from 'react';

/** How often it was asked to show once more that a refused list never leaves its device. */
let shown = 0;
const listeners = new Set<() => void>();

export function showRefusal(): void {
  shown++;
  for (const listener of listeners) listener();
}

export function useRefusalShown(): number {
  return useSyncExternalStore(subscribe, () => shown);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
