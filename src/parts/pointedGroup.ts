import { useSyncExternalStore } from 'react';

/** Which group is pointed at in the list, so that the sheet can show it. */
let pointed: number | null = null;
const listeners = new Set<() => void>();

/** @param group its place in the list of the engine's answer; `null`: none */
export function pointAtGroup(group: number | null): void {
  if (group === pointed) return;
  pointed = group;
  for (const listener of listeners) listener();
}

export function usePointedGroup(): number | null {
  return useSyncExternalStore(subscribe, () => pointed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
