import { useSyncExternalStore } from 'react';
import { peerlane } from '../../../store/peerlane.ts';
import { withRecent } from './withRecent.ts';

/** Gone with the page. */
let recent: readonly string[] = [];
const listeners = new Set<() => void>();
let isWatching = false;

/** Parts that were used lately, wherever they were taken from. */
export function useRecentParts(): readonly string[] {
  return useSyncExternalStore(subscribe, () => recent);
}

/** Says that a part was used. */
export function rememberPart(id: string): void {
  recent = withRecent(recent, id);
  for (const tell of [...listeners]) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isWatching) {
    isWatching = true;
    peerlane.subscribe(({ carry, document }, before) => {
      // Dropped: the machine has changed while something was in the hand. Put back, it was not used.
      const isDropped = carry !== null && document?.machine !== before.document?.machine;
      if (isDropped && carry.what.kind === 'part') rememberPart(carry.what.part);
    });
  }
  return () => {
    listeners.delete(listener);
  };
}
