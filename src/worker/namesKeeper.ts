import type { PciNames } from '../model/pciNames.ts';

/** Titles are shown without names rather than late. */
const JUDGEMENT_WAITS_MS = 1000;

/** Keeps the table of names, once it was worth fetching. */
export class NamesKeeper {
  readonly #load: () => Promise<PciNames | null>;
  readonly #wait: (ms: number) => Promise<void>;
  #loading: Promise<PciNames | null> | null = null;
  #names: PciNames | null = null;
  #hasWaited = false;

  constructor(load: () => Promise<PciNames | null>, wait: (ms: number) => Promise<void>) {
    this.#load = load;
    this.#wait = wait;
  }

  /** The table, or `null` when it cannot be had now; the next one to ask tries again. */
  async get(): Promise<PciNames | null> {
    if (this.#names) return this.#names;
    this.#loading ??= this.#load().catch(() => null);
    const loading = this.#loading;
    this.#names = await loading;
    if (this.#loading === loading) this.#loading = null;
    return this.#names;
  }

  /** The table if it is there; the first time, after a moment's patience. */
  async getSoon(): Promise<PciNames | null> {
    if (this.#names || this.#hasWaited) return this.#names;
    this.#hasWaited = true;
    await Promise.race([this.get(), this.#wait(JUDGEMENT_WAITS_MS)]);
    return this.#names;
  }
}
