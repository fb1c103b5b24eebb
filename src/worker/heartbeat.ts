/** Calls back after so many ms; returns how to prevent that. */
export type After = (ms: number, then: () => void) => () => void;

export interface HeartbeatParts {
  readonly after: After;
  readonly ping: () => void;
  /** Nothing was heard for that long: called once, then the heart stands still. */
  readonly silent: (ms: number) => void;
  /** Is anything owed to us? */
  readonly isWaiting: () => boolean;
  /** How long silence is borne just now, in ms. */
  readonly patience: () => number;
}

export interface HeartbeatTimes {
  /** Between pings while something is owed. */
  readonly busyMs: number;
  /** Between pings otherwise: a worker that closed itself gives no event. */
  readonly idleMs: number;
}

/**
 * Finds out when a worker has fallen silent. Silence is counted in beats, not by a clock: a page
 * that was asleep, or busy itself, wakes up with messages still waiting to be heard.
 */
export class Heartbeat {
  readonly #parts: HeartbeatParts;
  readonly #times: HeartbeatTimes;
  #cancel: (() => void) | null = null;
  #isBusy = false;
  #isPinged = false;
  #silence = 0;

  constructor(parts: HeartbeatParts, times: HeartbeatTimes) {
    this.#parts = parts;
    this.#times = times;
  }

  start(): void {
    this.stop();
    this.#silence = 0;
    this.#isPinged = false;
    this.#schedule();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** A message has come. */
  heard(): void {
    this.#silence = 0;
    this.#isPinged = false;
  }

  /** Something was asked: beats faster at once, unless it stands still. */
  hurry(): void {
    if (this.#cancel === null || this.#isBusy) return;
    this.#cancel();
    this.#schedule();
  }

  #schedule(): void {
    const { after, isWaiting } = this.#parts;
    this.#isBusy = this.#isPinged || isWaiting();
    const ms = this.#isBusy ? this.#times.busyMs : this.#times.idleMs;
    this.#cancel = after(ms, () => this.#beat(ms));
  }

  #beat(ms: number): void {
    const { isWaiting, patience, ping, silent } = this.#parts;
    const isOwed = this.#isPinged || isWaiting();
    if (this.#isBusy && isOwed) {
      this.#silence += ms;
      if (this.#silence >= patience()) {
        this.stop();
        silent(this.#silence);
        return;
      }
    }
    if (isOwed || !this.#isBusy) {
      this.#isPinged = true;
      ping();
    }
    this.#schedule();
  }
}
