import type { Asking, EngineClient, Outcome } from '../worker/engineClient.ts';
import type { Questions } from '../worker/protocol.ts';

/** A question that is to be answered, and what it is about. */
export interface Wanted<Input> {
  /** The same words: the same question. */
  readonly about: string;
  readonly revision: number;
  readonly input: Input;
}

type Kind = 'throughput' | 'curves';

/**
 * Asks one question at a time about something that may change with every move of a slider: at most once a
 * frame, and always what is wanted last. A question under way is left to end where only what it was asked
 * with has changed, so that there is an answer to see while the slider moves; of a state of the document
 * that is over it is cancelled.
 */
export class LatestAnswer<Name extends Kind> {
  readonly #engine: EngineClient;
  readonly #kind: Name;
  readonly #take: (
    outcome: Exclude<Outcome<Questions[Name]['out']>, { kind: 'dropped' }>,
    input: Questions[Name]['in'],
  ) => void;
  #wanted: Wanted<Questions[Name]['in']> | null = null;
  #asked: {
    readonly wanted: Wanted<Questions[Name]['in']>;
    readonly asking: Asking<Questions[Name]['out']>;
  } | null = null;
  /** What was answered last, or cannot be: it is not asked again. */
  #given: string | null = null;
  #isFrameTaken = false;

  constructor(
    engine: EngineClient,
    kind: Name,
    take: (
      outcome: Exclude<Outcome<Questions[Name]['out']>, { kind: 'dropped' }>,
      input: Questions[Name]['in'],
    ) => void,
  ) {
    this.#engine = engine;
    this.#kind = kind;
    this.#take = take;
  }

  /** @param wanted `null`: nobody wants to know any more */
  want(wanted: Wanted<Questions[Name]['in']> | null): void {
    if (this.#wanted?.about === wanted?.about) return;
    this.#wanted = wanted;
    const { revision } = this.#asked?.wanted ?? {};
    if (this.#asked && revision !== wanted?.revision) {
      this.#asked.asking.cancel();
      this.#asked = null;
    }
    this.#ask();
  }

  /** What was answered is not taken for an answer any more: it is asked again. */
  forget(): void {
    this.#given = null;
    if (!this.#asked) this.#wanted = null;
  }

  #ask(): void {
    const wanted = this.#wanted;
    if (!wanted || this.#asked || this.#isFrameTaken || this.#given === wanted.about) return;
    this.#isFrameTaken = true;
    nextFrame(() => {
      this.#isFrameTaken = false;
      this.#ask();
    });
    const asking = this.#engine.ask(this.#kind, wanted.input);
    this.#asked = { wanted, asking };
    void asking.outcome.then((outcome) => {
      if (this.#asked?.asking !== asking) return; // asked anew since
      this.#asked = null;
      if (outcome.kind === 'dropped') {
        // The machine was judged anew meanwhile, and it is asked again after that.
        if (this.#wanted === wanted) this.#wanted = null;
        return;
      }
      this.#given = wanted.about;
      this.#take(outcome, wanted.input);
      this.#ask();
    });
  }
}

/** Pages out of sight have no frames; the next one comes when they are looked at again. */
function nextFrame(run: () => void): void {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(run);
  else setTimeout(run, 16);
}
