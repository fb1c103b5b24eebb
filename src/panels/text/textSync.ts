import type { Machine } from '../../model/machine.ts';
import type { SketchProblem } from '../../sketch/sketch.ts';
import type { Gesture } from '../../store/edit.ts';
import { lineEnds } from './lineEnds.ts';
import type { ShownText } from './textOf.ts';

/** What keeps text and document in step works with. */
export interface SyncParts {
  /** Makes the text the document's; gives what is wrong with it. */
  readonly type: (text: string, gesture: Gesture) => Promise<readonly SketchProblem[]>;
  readonly textOf: (machine: Machine) => ShownText;
  /** Puts another text into the editor. */
  readonly show: (text: string) => void;
  /** The editor's text and this machine say the same. */
  readonly onStep: (machine: Machine, dropped: readonly string[]) => void;
  /** What was wrong with the text that was typed last. */
  readonly onProblems: (problems: readonly SketchProblem[]) => void;
  readonly wait: (run: () => void, ms: number) => () => void;
  readonly now: () => number;
}

/**
 * Typing is read when it pauses for so long, or has gone on for so long; longer where reading takes
 * its time, so that keys need not wait for it. In ms, and in times of what the last reading took.
 */
const READ_AFTER = 90;
const READ_AT_LATEST = 400;
const MOST_AFTER = 900;
const PAUSES = 2;
const LATEST_PAUSES = 10;
/** A pause after which typing is another step of the history. */
const NEW_STEP_AFTER = 1200;

let gestures = 0;

/**
 * Text beside a document, each following the other. What is typed goes into the document in small
 * batches; what else changes the document changes the text. While something typed is on its way,
 * the text is not touched: it is the newer one.
 */
export class TextSync {
  readonly #parts: SyncParts;
  #text = '';
  #outside: (text: string) => string = (text) => text;
  /** Typed and not yet given to the document. */
  #isPending = false;
  #pendingSince = 0;
  #stopWaiting: (() => void) | null = null;
  /** On its way into the document. */
  #sent: string | null = null;
  #sending: Promise<void> | null = null;
  #machine: Machine | null = null;
  #gesture: Gesture = { id: '' };
  #typedAt = Number.NEGATIVE_INFINITY;
  /** How long the last reading took. */
  #took = 0;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  /** The document that is open now, as its text says it. */
  open(machine: Machine): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    this.#isPending = false;
    this.#sent = null;
    this.endGesture();
    this.#follow(machine);
  }

  /** The document changed; by what was typed here, or otherwise. */
  changed(machine: Machine): void {
    if (machine === this.#machine) return;
    this.#machine = machine;
    if (this.#sent !== null && machine.sketch === this.#sent) {
      if (!this.#isPending) this.#parts.onStep(machine, []);
      return;
    }
    if (this.#isPending) return;
    this.endGesture();
    this.#follow(machine);
  }

  /** The text as the document has it, or will have it in a moment. */
  get outsideText(): string {
    return this.#outside(this.#text);
  }

  typed(text: string): void {
    const now = this.#parts.now();
    if (now - this.#typedAt > NEW_STEP_AFTER) this.endGesture();
    this.#typedAt = now;
    this.#text = text;
    if (!this.#isPending) this.#pendingSince = now;
    this.#isPending = true;
    this.#stopWaiting?.();
    const after = Math.min(Math.max(READ_AFTER, this.#took * PAUSES), MOST_AFTER);
    const atLatest = Math.max(READ_AT_LATEST, this.#took * LATEST_PAUSES);
    const wait = Math.max(0, Math.min(after, this.#pendingSince + atLatest - now));
    this.#stopWaiting = this.#parts.wait(() => void this.flush(), wait);
  }

  /** What is typed from now on is a step of its own. */
  endGesture(): void {
    this.#gesture = { id: `text-${++gestures}` };
  }

  /** Gives the document all that was typed. */
  async flush(): Promise<void> {
    while (this.#isPending || this.#sending) {
      if (this.#sending) await this.#sending;
      else await this.#send();
    }
  }

  async #send(): Promise<void> {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    this.#isPending = false;
    const text = this.#outside(this.#text);
    this.#sent = text;
    const send = async () => {
      const since = this.#parts.now();
      try {
        const problems = await this.#parts.type(text, this.#gesture);
        this.#took = this.#parts.now() - since;
        if (!this.#isPending && this.#sent === text) this.#parts.onProblems(problems);
      } finally {
        this.#sending = null;
        if (this.#sent === text) this.#sent = null;
      }
    };
    this.#sending = send();
    await this.#sending;
  }

  #follow(machine: Machine): void {
    this.#machine = machine;
    const { text, dropped } = this.#parts.textOf(machine);
    const { inside, outside } = lineEnds(text);
    this.#outside = outside;
    this.#text = inside;
    this.#parts.show(inside);
    this.#parts.onStep(machine, dropped);
  }
}
