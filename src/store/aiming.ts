import type { StoreApi } from 'zustand/vanilla';
import type { DropPlace, DropTarget } from '../build/carried.ts';
import type { Asking, EngineClient } from '../worker/engineClient.ts';
import type { Preview } from '../worker/protocol.ts';
import { previewWords } from './previewWords.ts';
import { problemWords } from './problemWords.ts';
import type { PeerlaneState } from './state.ts';

/** The hand may only pass over a place: the engine is asked about one that it stays at. */
const ASK_MS = 60;
/** Words are said after that long, with what dropping changes if that is known by then. */
const SAY_MS = { keys: 300, pointer: 400 } as const;

/** An answer that has not come by then is not waited for: it may come all the same. */
const LATE_MS = 5000;

/** What is said of the place that is aimed at, and what the engine says of a drop there. */
export class Aiming {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  #asking: Asking<Preview> | null = null;
  #ask: ReturnType<typeof setTimeout> | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #say: ReturnType<typeof setTimeout> | undefined;
  /** Words about the place that have not been said yet. */
  #unsaid: string | null = null;

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#engine = engine;
  }

  /** Forgets the place before: what is not said yet is not said, what is asked is not waited for. */
  stop(): void {
    clearTimeout(this.#ask);
    clearTimeout(this.#say);
    clearTimeout(this.#late);
    this.#asking?.cancel();
    this.#asking = null;
    this.#unsaid = null;
  }

  /** Aims at a place; what carries has said so to the store already. */
  aim(place: DropPlace): void {
    this.stop();
    const { carry } = this.#store.getState();
    const target = carry?.targets?.at(place);
    if (!carry || !target) return;
    const words = targetWords(target);
    this.#unsaid = words;
    if (words !== null) this.#say = setTimeout(() => this.#speak(), SAY_MS[carry.by]);
    if (target.kind === 'legal') {
      this.#ask = setTimeout(() => this.#preview(place, target), ASK_MS);
    }
  }

  #preview(place: DropPlace, { drop }: Extract<DropTarget, { readonly kind: 'legal' }>): void {
    const { document, listing } = this.#store.getState();
    if (!document) return;
    const { revision } = document;
    const asking = this.#engine.ask('preview', { revision, changes: drop.changes, listing });
    this.#asking = asking;
    this.#late = setTimeout(() => this.#show(place, 'failed'), LATE_MS);
    void asking.outcome.then((outcome) => {
      if (this.#asking !== asking) return;
      this.#asking = null;
      clearTimeout(this.#late);
      this.#show(place, outcome.kind === 'answered' ? outcome.value : 'failed');
    });
  }

  /** What a drop changes, or that this is not known: verdicts come with the drop, then. */
  #show(place: DropPlace, preview: Preview | 'failed'): void {
    const { carry, actions } = this.#store.getState();
    if (!carry || carry.aim !== place || carry.preview === preview) return;
    this.#store.setState({ carry: { ...carry, preview } });
    const words = previewWords(preview);
    if (this.#unsaid === null) actions.announce(words);
    else this.#unsaid = `${this.#unsaid} ${words}`;
    if (carry.by === 'keys') this.#speak();
  }

  #speak(): void {
    clearTimeout(this.#say);
    if (this.#unsaid !== null) this.#store.getState().actions.announce(this.#unsaid);
    this.#unsaid = null;
  }
}

/** "Below sw1, on a new port."; a refusal with what to do instead. */
function targetWords(target: DropTarget): string | null {
  switch (target.kind) {
    case 'legal': {
      const { words } = target.drop;
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    }
    case 'refused':
      return problemWords(target.problem);
    case 'home':
      return null;
  }
}
