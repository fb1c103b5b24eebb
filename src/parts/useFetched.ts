import { useSyncExternalStore } from 'react';
import type { Fetched, FetchedOnce } from './fetchedOnce.ts';

/**
 * Something that comes later.
 *
 * @param isWanted without, it is not asked for, but taken where it is there
 */
export function useFetched<Part>(
  { subscribe, now }: FetchedOnce<Part>,
  isWanted = true,
): Fetched<Part> {
  return useSyncExternalStore(isWanted ? subscribe : notAsking, now);
}

const notAsking = () => () => undefined;
