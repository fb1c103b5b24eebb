import type { StoreApi } from 'zustand/vanilla';
import type { Asking, EngineClient } from '../worker/engineClient.ts';
import type { Questions } from '../worker/protocol.ts';
import { type SeveralQuestion, severalQuestion } from './severalQuestion.ts';
import type { SeveralAnswer } from './severalView.ts';
import type { PeerlaneState } from './state.ts';

type Report = Questions['mapping']['out'];
type Looked = Pick<PeerlaneState, 'document' | 'mapping' | 'results' | 'view'>;

interface Asked {
  readonly about: string;
  readonly asking: Asking<Report>;
}

/**
 * One question a panel, for as long as they are in sight; what is overtaken is cancelled. An answer
 * stays until the panel's next is there: whoever shows it compares what it is about.
 */
export class SeveralMappings {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  /** By panel. */
  readonly #asked = new Map<string, Asked>();

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#engine = engine;
    store.subscribe((state, before) => {
      if (!isSame(state, before)) this.#follow(state);
    });
    this.#follow(store.getState());
  }

  #follow(state: PeerlaneState): void {
    const panels = state.mapping.several ?? [];
    this.#forget(new Set(panels.map(({ id }) => id)));
    for (const panel of panels)
      this.#want(panel.id, wanted(state) && severalQuestion(state, panel));
  }

  /** Panels that went take their answers along. */
  #forget(panels: ReadonlySet<string>): void {
    for (const [id, { asking }] of this.#asked) {
      if (panels.has(id)) continue;
      asking.cancel();
      this.#asked.delete(id);
    }
    const { mappedSeveral } = this.#store.getState();
    const kept = Object.entries(mappedSeveral).filter(([id]) => panels.has(id));
    if (kept.length === Object.keys(mappedSeveral).length) return;
    this.#store.setState({ mappedSeveral: Object.fromEntries(kept) });
  }

  #want(id: string, next: SeveralQuestion | null): void {
    const asked = this.#asked.get(id);
    if (asked && asked.about === next?.about) return;
    asked?.asking.cancel();
    this.#asked.delete(id);
    if (!next || this.#store.getState().mappedSeveral[id]?.about === next.about) return;
    const asking = this.#engine.ask('mapping', next.question);
    this.#asked.set(id, { about: next.about, asking });
    void asking.outcome.then((outcome) => {
      if (this.#asked.get(id)?.asking !== asking) return; // asked anew since
      this.#asked.delete(id);
      // Dropped: the machine was judged anew meanwhile, and it is asked again after that.
      if (outcome.kind === 'dropped') return;
      const { about, of } = next;
      if (outcome.kind === 'answered') {
        this.#take(id, { about, of, report: outcome.value, trouble: null });
      } else {
        const trouble = outcome.kind === 'failed' ? outcome.message : outcome.why;
        this.#take(id, { about, of, report: null, trouble });
      }
    });
  }

  #take(id: string, answer: SeveralAnswer): void {
    this.#store.setState(({ mappedSeveral }) => ({
      mappedSeveral: { ...mappedSeveral, [id]: answer },
    }));
  }
}

function isSame(state: Looked, before: Looked): boolean {
  return (
    state.document === before.document &&
    state.mapping === before.mapping &&
    state.results === before.results &&
    state.view === before.view
  );
}

/** Somebody sees them, and the worker has the machine: it has once it has judged it. */
function wanted({ document, mapping, results, view }: Looked): true | null {
  const isSeen = view.isDockOpen && view.dockTab === 'mapping' && mapping.side === 'compare';
  if (!isSeen || mapping.compareAs !== 'several') return null;
  return document !== null && results?.revision === document.revision ? true : null;
}
