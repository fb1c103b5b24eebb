import { useSyncExternalStore } from 'react';

/** Parts whose findings are to be shown as soon as the checks are in sight; `null`: shown. */
let asked: readonly string[] | null = null;
const listeners = new Set<() => void>();

/** Asks the checks to lead to what they say about these parts. */
export function askForFindings(parts: readonly string[]): void {
  tell(parts);
}

/** They have been led to: the next time the checks are opened nothing is asked for. */
export function findingsAreShown(): void {
  tell(null);
}

export function useAskedFindings(): readonly string[] | null {
  return useSyncExternalStore(subscribe, () => asked);
}

/** Hears of every such question; whoever owns the room opens the checks. */
export function onAskedFindings(hear: () => void): () => void {
  return subscribe(() => {
    if (asked !== null) hear();
  });
}

function tell(parts: readonly string[] | null): void {
  asked = parts;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
