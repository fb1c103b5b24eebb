/** Work goes on this long before messages are looked after. */
const SLICE_MS = 8;

/** Cuts long work into pieces, between which messages are heard. */
export class Slices {
  readonly #now: () => number;
  readonly #pause: (done: number) => Promise<boolean>;
  #since: number;
  #workMs = 0;

  /**
   * @param pause lets messages in; takes how far the work has come, and resolves to false when nobody
   *   waits for it any more
   */
  constructor(now: () => number, pause: (done: number) => Promise<boolean>) {
    this.#now = now;
    this.#pause = pause;
    this.#since = now();
  }

  /** Time spent on work, without pauses. */
  get workMs(): number {
    return this.#workMs + this.#now() - this.#since;
  }

  /** Between two pieces of work: pauses once a slice is used up. False: give it up. */
  async mayGoOn(done: number): Promise<boolean> {
    if (this.#now() - this.#since < SLICE_MS) return true;
    return this.#rest(() => this.#pause(done));
  }

  /** Goes through the steps of some work; `null` when it was given up on the way. */
  async through<Step, Result>(
    steps: Generator<Step, Result>,
    doneAt: (step: Step) => number,
  ): Promise<Result | null> {
    let step = steps.next();
    while (!step.done) {
      if (!(await this.mayGoOn(doneAt(step.value)))) return null;
      step = steps.next();
    }
    return step.value;
  }

  /** Waits for something that is no work. */
  waitFor<T>(something: () => Promise<T>): Promise<T> {
    return this.#rest(something);
  }

  async #rest<T>(something: () => Promise<T>): Promise<T> {
    this.#workMs += this.#now() - this.#since;
    const value = await something();
    this.#since = this.#now();
    return value;
  }
}
