/** A sentence takes about as long to be read aloud. */
const SENTENCE_MS = 2400;

/** A decision, for somebody who listens. */
export interface Told {
  /** "4 of 11, downstream port 28:01.0: Redirected by ACS RR." */
  readonly short: string;
  /** The decision in full. */
  readonly full: string;
  /** Must not be left out. */
  readonly isWeighty: boolean;
}

/**
 * What a screen reader is told of a play. Steps by hand are told in full. While it runs, faster than
 * anybody can listen, what was passed meanwhile is told in short with the next decision, and what
 * merely passed it on is left out.
 */
export class Teller {
  #lastAt = Number.NEGATIVE_INFINITY;
  #waiting: Told[] = [];

  /**
   * @param now in milliseconds, of any clock that goes on
   * @returns what to say now; `null`: nothing yet
   */
  arrive(told: Told, isRunning: boolean, now: number): string | null {
    if (isRunning && now - this.#lastAt < SENTENCE_MS) {
      this.#waiting.push(told);
      return null;
    }
    this.#lastAt = now;
    const before = this.#waiting.filter(({ isWeighty }) => isWeighty).map(({ short }) => short);
    this.#waiting = [];
    return [...before, told.full].join(' ');
  }

  /** It has been halted: what is still untold, the last of it in full. */
  rest(now: number): string | null {
    const last = this.#waiting.pop();
    return last ? this.arrive(last, false, now) : null;
  }

  forget(): void {
    this.#lastAt = Number.NEGATIVE_INFINITY;
    this.#waiting = [];
  }
}
