/** What is fetched: on its way, there, or not to be had just now. */
export type Fetched<Part> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'there'; readonly part: Part }
  | { readonly kind: 'failed' };

/** Something that is fetched when it is first looked at, and kept. */
export interface FetchedOnce<Part> {
  /** Asks for it, and again where it did not come before; tells when that changes. */
  readonly subscribe: (tell: () => void) => () => void;
  readonly now: () => Fetched<Part>;
  /** Asks for it without looking at it; `null`: it is not to be had just now. */
  readonly ask: () => Promise<Part | null>;
}

const WAITING = { kind: 'waiting' } as const;

export function fetchedOnce<Part>(load: () => Promise<Part>): FetchedOnce<Part> {
  const listeners = new Set<() => void>();
  let state: Fetched<Part> = WAITING;
  let asking: Promise<Part | null> | null = null;
  const become = (next: Fetched<Part>) => {
    state = next;
    for (const tell of listeners) tell();
  };
  const ask = (): Promise<Part | null> => {
    asking ??= load().then(
      (part) => {
        become({ kind: 'there', part });
        return part;
      },
      () => {
        asking = null;
        become({ kind: 'failed' });
        return null;
      },
    );
    return asking;
  };
  return {
    subscribe: (tell) => {
      listeners.add(tell);
      void ask();
      return () => listeners.delete(tell);
    },
    now: () => state,
    ask,
  };
}
