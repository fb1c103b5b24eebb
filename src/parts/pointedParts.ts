import { useSyncExternalStore } from 'react';

/** Which parts are pointed at in a list, so that the sheet can show them. */
let pointed: readonly string[] = [];
const listeners = new Set<() => void>();

export function pointAtParts(parts: readonly string[]): void {
  if (parts === pointed || (parts.length === 0 && pointed.length === 0)) return;
  pointed = parts;
  for (const listener of listeners) listener();
}

/** The same list until others are pointed at. */
export function usePointedParts(): readonly string[] {
  return useSyncExternalStore(subscribe, () => pointed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
