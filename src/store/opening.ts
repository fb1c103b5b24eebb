import type { StoreApi } from 'zustand/vanilla';
import type { Asking, EngineClient } from '../worker/engineClient.ts';
import type { Questions, Reading } from '../worker/protocol.ts';
import {
  engineLost,
  exampleMissing,
  type Failure,
  fileTooLarge,
  fileUnopened,
  MAX_FILE_BYTES,
  mistake,
  notUnderstood,
} from './openingWords.ts';
import type { PeerlaneState } from './state.ts';

type ReadOut = Questions['read']['out'];

/** A text or a file that was read. */
export interface Opened {
  readonly reading: Reading;
  readonly source: string;
  /** The opener's count when it began. */
  readonly turn: number;
}

/** Where the input of an opening comes from; `text` is kept for when it cannot be read. */
interface Input {
  readonly input: string | ArrayBuffer;
  readonly text: string | null;
  /** Of a file. */
  readonly name?: string;
}

/**
 * Opens texts and files. A later opening overtakes an earlier one; the document that is open stays
 * until another is read.
 */
export class Opener {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  #asking: Asking<ReadOut> | null = null;
  #turn = 0;

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#engine = engine;
  }

  /** Counts openings: equal to an earlier value as long as nothing else was opened. */
  get turn(): number {
    return this.#turn;
  }

  /** Gives up what is being opened: something else comes onto the page. */
  overtake(): void {
    this.#turn++;
    this.#asking?.cancel();
    this.#asking = null;
    this.#store.setState({ opening: { kind: 'idle' } });
  }

  openText(text: string, source: string): Promise<Opened | null> {
    return this.#open(source, async () => ({ input: text, text }));
  }

  openFile(file: File): Promise<Opened | null> {
    return this.#open(file.name, async () => {
      if (file.size > MAX_FILE_BYTES) return fileTooLarge(file.name);
      const input = await file.arrayBuffer().catch(() => null);
      return input === null ? fileUnopened(file.name) : { input, text: null, name: file.name };
    });
  }

  /** @param source what its origin names as its source */
  openExample(source: string, load: () => Promise<string>): Promise<Opened | null> {
    return this.#open(source, async () => {
      const text = await load().catch(() => null);
      return text === null ? exampleMissing() : { input: text, text: null };
    });
  }

  /** @returns what was read; `null` when it was overtaken, or refused and the state says why */
  async #open(source: string, take: () => Promise<Input | Failure>): Promise<Opened | null> {
    const turn = ++this.#turn;
    const isLate = () => turn !== this.#turn;
    const fail = (failure: Failure, text: string | null) => {
      this.#store.setState({ opening: { kind: 'failed', source, text, ...failure } });
      return null;
    };
    this.#asking?.cancel();
    this.#asking = null;
    this.#store.setState({ opening: { kind: 'reading', source, progress: null } });

    const taken = await take();
    if (isLate()) return null;
    if ('title' in taken) return fail(taken, null);
    const { text, ...question } = taken;
    this.#asking = this.#engine.ask('read', question, (progress) => {
      if (!isLate()) this.#store.setState({ opening: { kind: 'reading', source, progress } });
    });
    const outcome = await this.#asking.outcome;
    if (isLate()) return null;
    this.#asking = null;
    switch (outcome.kind) {
      case 'answered':
        if (!outcome.value.ok) return fail(notUnderstood(outcome.value.error), text);
        return { reading: outcome.value.value, source, turn };
      case 'failed':
        return fail(mistake(outcome.message), text);
      case 'lost':
        return fail(engineLost(outcome.why), text);
      case 'dropped':
        this.#store.setState({ opening: { kind: 'idle' } });
        return null;
    }
  }
}
