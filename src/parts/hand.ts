/** A point of the window, in CSS pixels. */
export interface HandPoint {
  readonly x: number;
  readonly y: number;
}

type Listener = (at: HandPoint | null) => void;

let at: HandPoint | null = null;
const listeners = new Set<Listener>();

/**
 * Where the hand is that carries something, whichever panel it was taken from; `null`: it carries
 * nothing. Moves with every frame, outside of React and of the store.
 */
export const hand = {
  get: (): HandPoint | null => at,
  moveTo: (point: HandPoint | null): void => {
    at = point;
    for (const listener of [...listeners]) listener(point);
  },
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
