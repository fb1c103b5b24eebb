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
}

const WAITING = { kind: 'waiting' } as const;

export function fetchedOnce<Part>(load: () => Promise<Part>): FetchedOnce<Part> {
  const listeners = new Set<() => void>();
  let state: Fetched<Part> = WAITING;
  let isAsked = false;
  const become = (next: Fetched<Part>) => {
    state = next;
    for (const tell of listeners) tell();
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    load().then(
      (part) => become({ kind: 'there', part }),
      () => {
        isAsked = false;
        become({ kind: 'failed' });
      },
    );
  };
  return {
    subscribe: (tell) => {
      listeners.add(tell);
      ask();
      return () => listeners.delete(tell);
    },
    now: () => state,
  };
}
