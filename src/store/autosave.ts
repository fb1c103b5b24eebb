import type { Saving } from './state.ts';

/** Between two writes. */
const PAUSE_MS = 350;
/** The first after a pause waits only until the change is on the screen: large documents take time to write. */
const PAINT_MS = 30;
/** After a write that failed, doubled each time up to the longest. */
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

export interface AutosaveParts {
  /** Writes the document as it stands. */
  readonly write: () => Promise<void>;
  /** The same in this very moment, with nobody left to hear how it went. */
  readonly writeAtOnce: () => void;
  /** Why a write failed, for people. */
  readonly describe: (error: unknown) => string;
  readonly show: (saving: Saving) => void;
  readonly now: () => number;
}

/** Decides when to write. What is written is always the newest. */
export class Autosave {
  readonly #parts: AutosaveParts;
  #isDirty = false;
  /** Somebody was told "not saved yet" and wants to hear that it was. */
  #isTold = false;
  #writing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastBegan = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
  }

  /**
   * Something is to be written.
   * @param isQuiet it is nothing that the user would miss (the chosen pair): no word about it
   */
  changed(isQuiet = false): void {
    this.#isDirty = true;
    if (!isQuiet) this.#isTold = true;
    if (this.#isTold && this.#failures === 0) this.#parts.show({ kind: 'unsaved', why: null });
    if (this.#writing || this.#timer !== undefined) return;
    this.#plan(this.#pauseLeft());
  }

  /** Writes now what is still to be written: the page may be about to go. */
  async flush(): Promise<void> {
    if (this.#writing) await this.#writing;
    if (this.#isDirty) await this.#begin();
  }

  /**
   * The page goes, and waits for nothing. Should it come back from the browser's cache after all,
   * what was to be written is written as always.
   */
  leave(): void {
    if (this.#isDirty || this.#writing !== null) this.#parts.writeAtOnce();
  }

  #plan(waitMs: number): void {
    this.#timer = setTimeout(() => void this.#begin(), waitMs);
  }

  #begin(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
      if (!this.#isDirty) return;
      const retryMs = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LONGEST_RETRY_MS);
      const waitMs = this.#failures > 0 ? retryMs : this.#pauseLeft();
      this.#plan(waitMs);
    });
    return this.#writing;
  }

  #pauseLeft(): number {
    const left = this.#lastBegan + PAUSE_MS - this.#parts.now();
    // No longer than that even where the clock was set back.
    return Math.min(Math.max(left, PAINT_MS), PAUSE_MS);
  }

  async #write(): Promise<void> {
    const { write, describe, show, now } = this.#parts;
    this.#isDirty = false;
    this.#lastBegan = now();
    const isTold = this.#isTold;
    if (isTold && this.#failures === 0) show({ kind: 'saving' });
    try {
      await write();
    } catch (error) {
      this.#failures++;
      this.#isDirty = true;
      this.#isTold = true;
      show({ kind: 'unsaved', why: describe(error) });
      return;
    }
    const hadFailed = this.#failures > 0;
    this.#failures = 0;
    if (this.#isDirty && this.#isTold) show({ kind: 'unsaved', why: null });
    else if (isTold || hadFailed) {
      this.#isTold = false;
      show({ kind: 'saved' });
    }
  }
}
