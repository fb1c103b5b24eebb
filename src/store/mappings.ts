import type { StoreApi } from 'zustand/vanilla';
import type { ScatterlistId } from '../model/ids.ts';
import type { Asking, EngineClient, Outcome } from '../worker/engineClient.ts';
import type { MappingQuestion, Questions } from '../worker/protocol.ts';
import {
  listInSight,
  lookedAt,
  type MappedBeside,
  type MappedList,
  type MappingView,
} from './mappingView.ts';
import { outputAlong, playWithoutList } from './playing.ts';
import type { OpenDocument, PeerlaneState } from './state.ts';

type Report = Questions['mapping']['out'];

/** A question under way, and what it is about. */
interface Asked {
  readonly about: string;
  readonly asking: Asking<Report>;
}

/** What has to be known, and under what name it is asked for. */
interface Wanted {
  readonly about: string;
  readonly list: ScatterlistId;
  readonly question: MappingQuestion;
  readonly beside: MappedBeside | null;
}

type Side = 'mapped' | 'mappedBeside';

/**
 * What the engine makes of the list that is looked at: asked once the verdicts are there, as long as
 * somebody sees it, and again with every change that it hangs on. The last answer stays until the next
 * is there; whoever shows it compares its revision.
 */
export class Mappings {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  readonly #asked: { [Name in Side]: Asked | null } = { mapped: null, mappedBeside: null };
  /** What was asked last, and is answered or cannot be: it is not asked again. */
  readonly #given: { [Name in Side]: string | null } = { mapped: null, mappedBeside: null };

  #several: Promise<unknown> | null = null;

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#engine = engine;
    store.subscribe((state, before) => this.#follow(state, before));
  }

  look(change: Partial<MappingView>): void {
    this.#store.setState((state) => {
      const mapping = lookedAt(state.mapping, change);
      const before = listInSight(state.document?.machine, state.mapping)?.id;
      const after = listInSight(state.document?.machine, mapping)?.id;
      return { mapping, ...(before !== after && { play: playWithoutList(state.play) }) };
    });
  }

  #follow(state: PeerlaneState, before: PeerlaneState): void {
    if (state.document !== before.document) this.#followDocument(state.document, before.document);
    const { document, mapping, results, view, play } = this.#store.getState();
    const isSame =
      document === before.document &&
      mapping === before.mapping &&
      results === before.results &&
      view === before.view &&
      play === before.play;
    if (isSame) return;
    const { mappedBeside, mappingTrouble } = this.#store.getState();
    if (results !== before.results && mappingTrouble !== null) this.#forget();
    if (!mapping.beside && mappedBeside) {
      this.#given.mappedBeside = null;
      this.#store.setState({ mappedBeside: null });
    }
    if (mapping.several) this.#loadSeveral();
    this.#want('mapped', this.#wanted(null));
    this.#want('mappedBeside', mapping.beside && this.#wanted(mapping.beside));
  }

  /** Several at once are followed once they are wanted, by what comes with them. */
  #loadSeveral(): void {
    this.#several ??= import('./SeveralMappings.ts').then(
      ({ SeveralMappings }) => new SeveralMappings(this.#store, this.#engine),
      () => {
        this.#several = null; // did not come: tried again with the next change
      },
    );
  }

  #forget(): void {
    this.#given.mapped = null;
    this.#given.mappedBeside = null;
  }

  /** A list that came is looked at; one that went leaves its place to the next. */
  #followDocument(document: OpenDocument | null, before: OpenDocument | null): void {
    if (!document || !before || document.serial !== before.serial) return;
    const lists = document.machine.workload.scatterlists;
    const earlier = before.machine.workload.scatterlists;
    if (lists === earlier) return;
    const { mapping } = this.#store.getState();
    const known = new Set(earlier.map(({ id }) => id));
    const came = lists.filter(({ id }) => !known.has(id));
    const shown = listInSight(before.machine, mapping);
    if (came.length === 1 && came[0]) this.look({ list: came[0].id });
    else if (shown && !lists.some(({ id }) => id === shown.id)) {
      const at = earlier.indexOf(shown);
      this.look({ list: (lists[at] ?? lists.at(-1))?.id ?? null });
      this.#store.setState(({ play }) => ({ play: playWithoutList(play) }));
    }
    if (lists.length === 0) this.#store.setState({ mapped: null, mappedBeside: null });
  }

  #wanted(beside: MappedBeside | null): Wanted | null {
    const { document, mapping, results, view, play } = this.#store.getState();
    const isSeen = view.isDockOpen && view.dockTab === 'mapping';
    const isPlayed = play !== null && play.of !== 'pair';
    const list = listInSight(document?.machine, mapping);
    if (!document || !list || !(isSeen || (isPlayed && !beside))) return null;
    // The worker has the machine once it has judged it; verdicts matter more.
    if (results?.revision !== document.revision) return null;
    const { revision } = document;
    const { client, entries } = list;
    const options = beside?.options ?? mapping.options;
    const conditions = beside?.conditions ?? {};
    return {
      about: [revision, list.id, JSON.stringify(options), JSON.stringify(conditions)].join(' '),
      list: list.id,
      question: { revision, list: { client, entries }, options, conditions },
      beside,
    };
  }

  #want(side: Side, wanted: Wanted | null): void {
    const about = wanted?.about ?? null;
    const asked = this.#asked[side];
    if (asked && asked.about === about) return;
    asked?.asking.cancel();
    this.#asked[side] = null;
    if (!wanted || this.#given[side] === about) return;
    const asking = this.#engine.ask('mapping', wanted.question);
    this.#asked[side] = { about: wanted.about, asking };
    void asking.outcome.then((outcome) => {
      if (this.#asked[side]?.asking !== asking) return; // asked anew since
      this.#asked[side] = null;
      this.#take(side, wanted, outcome);
    });
  }

  #take(side: Side, wanted: Wanted, outcome: Outcome<Report>): void {
    // Dropped: the machine was judged anew meanwhile, and it is asked again after that.
    if (outcome.kind === 'dropped') return;
    this.#given[side] = wanted.about;
    if (outcome.kind !== 'answered') {
      const why = outcome.kind === 'failed' ? outcome.message : outcome.why;
      this.#store.setState({ mappingTrouble: why });
      return;
    }
    const { revision, options } = wanted.question;
    const { list, beside } = wanted;
    const answer: MappedList = { revision, list, options, beside, report: outcome.value };
    if (side === 'mappedBeside') this.#store.setState({ mappedBeside: answer });
    else {
      this.#store.setState((state) => ({
        mapped: answer,
        mappingTrouble: null,
        mapping: within(state.mapping, outcome.value),
        play: outputAlong(state, answer),
      }));
    }
  }
}

/** What is pointed at stays as far as it is still there. */
function within(view: MappingView, { steps, entries, mapping }: Report): MappingView {
  const kept = (at: number | null, count: number) => (at !== null && at < count ? at : null);
  const step = kept(view.step, steps.length);
  const output = kept(view.output, mapping.outputs.length);
  const entry = kept(view.entry, entries.length);
  const isSame = step === view.step && output === view.output && entry === view.entry;
  return isSame ? view : { ...view, step, output, entry };
}
