import type { StoreApi } from 'zustand/vanilla';
import type { Asking, EngineClient, Outcome } from '../worker/engineClient.ts';
import type { ComparedPair } from './answers.ts';
import { playAlong } from './playing.ts';
import type { PeerlaneState } from './state.ts';

/** A question under way, and what it is about. */
interface Asked {
  readonly about: string;
  readonly asking: Asking<unknown>;
}

/**
 * What is asked beside the verdicts: groups and effective ACS of a judged machine, and what the
 * fabric does with the chosen pair's requests. Both wait for the verdicts, which matter more.
 */
export class Asides {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  readonly #complain: (outcome: Outcome<unknown>) => void;
  #isolation: Asked | null = null;
  #fabric: Asked | null = null;

  constructor(
    store: StoreApi<PeerlaneState>,
    engine: EngineClient,
    complain: (outcome: Outcome<unknown>) => void,
  ) {
    this.#store = store;
    this.#engine = engine;
    this.#complain = complain;
  }

  /** Asks for the groups of the document as it stands, unless they are known or asked for. */
  isolate(): void {
    const { document, isolated } = this.#store.getState();
    const isKnown = document !== null && isolated?.revision === document.revision;
    const about = document && !isKnown ? `${document.revision}` : null;
    if (about !== null && about === this.#isolation?.about) return;
    this.#isolation?.asking.cancel();
    this.#isolation = null;
    if (!document || about === null) return;
    const { revision } = document;
    const asking = this.#engine.ask('isolation', { revision });
    this.#isolation = { about, asking };
    void asking.outcome.then((outcome) => {
      if (this.#isolation?.asking !== asking) return; // asked anew since
      this.#isolation = null;
      if (outcome.kind !== 'answered') this.#complain(outcome);
      // Of a document that was changed or replaced since, it is not looked at.
      else if (this.#store.getState().document?.revision === revision) {
        this.#store.setState({ isolated: { revision, ...outcome.value } });
      }
    });
  }

  /** Asks what the fabric does with the chosen pair's requests, unless that is known or asked for. */
  compare(): void {
    const { document, pair } = this.#store.getState();
    const { provider, client } = pair;
    const isOpen = document !== null && provider !== null && client !== null && !this.#isCompared();
    const about = isOpen ? `${document.revision} ${provider} ${client}` : null;
    if (about !== null && about === this.#fabric?.about) return;
    this.#fabric?.asking.cancel();
    this.#fabric = null;
    if (!isOpen || about === null) return;
    const asked = { revision: document.revision, pair: { provider, client } };
    const asking = this.#engine.ask('fabric', asked);
    this.#fabric = { about, asking };
    void asking.outcome.then((outcome) => {
      if (this.#fabric?.asking !== asking) return;
      this.#fabric = null;
      if (outcome.kind !== 'answered') this.#complain(outcome);
      else if (this.#isAbout(asked)) {
        const compared = { ...asked, comparison: outcome.value };
        this.#store.setState((state) => ({ compared, play: playAlong(state, compared) }));
      }
    });
  }

  #isCompared(): boolean {
    const { compared } = this.#store.getState();
    return compared !== null && this.#isAbout(compared);
  }

  /** Is it about the chosen pair, in the document as it stands? */
  #isAbout(asked: Pick<ComparedPair, 'revision' | 'pair'>): boolean {
    const { document, pair } = this.#store.getState();
    return (
      asked.revision === document?.revision &&
      asked.pair.provider === pair.provider &&
      asked.pair.client === pair.client
    );
  }
}
