import type { StoreApi } from 'zustand/vanilla';
import type { Asking, EngineClient, Outcome } from '../worker/engineClient.ts';
import type { Judgement, Progress } from '../worker/protocol.ts';
import { changedWords, judgedWords, NO_CHANGE, pairWords, said } from './announcements.ts';
import type { Results } from './answers.ts';
import { Asides } from './asides.ts';
import { calledPart } from './calledPart.ts';
import type { OpenDocument, PeerlaneState } from './state.ts';

/** A judgement that takes longer says so. Shorter ones would only flicker. */
const SLOW_MS = 300;

/** What was said less long ago is said again with what follows: it can hardly have been read out. */
const HEARD_MS = 1_500;

/** What has happened, to be announced with the verdicts that follow from it. */
export interface Lead {
  readonly words: string;
  /** Nothing is said when no verdict changes. */
  readonly isQuiet: boolean;
  /** It is nothing that verdicts hang on: that none changes is not worth a word. */
  readonly isAside: boolean;
}

/**
 * Asks the engine about the document that is shown, and takes in what it says of that very
 * revision: answers on earlier ones are not even looked at.
 */
export class Judging {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  readonly #asides: Asides;
  #judgement: Asking<Judgement> | null = null;
  #explanation: Asking<unknown> | null = null;
  #progress: Progress | null = null;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #heard: ReturnType<typeof setTimeout> | undefined;
  /** `null`: nothing is announced. */
  #lead: Lead | null = null;
  /** What is said of the chosen pair is announced after these words; `null`: it is not. */
  #pairLead: string | null = null;

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#engine = engine;
    this.#asides = new Asides(store, engine, (outcome) => this.#complain(outcome));
  }

  /** Has the document judged as it stands. */
  judge(lead: Lead | null): void {
    const { document, listing } = this.#store.getState();
    this.#judgement?.cancel();
    this.#judgement = null;
    if (!document) return;
    if (lead !== null) this.#lead = lead;
    this.#progress = null;
    this.#slow ??= setTimeout(() => this.#isSlow(), SLOW_MS);
    const { revision, machine } = document;
    const asking = this.#engine.ask('judge', { revision, machine, listing }, (progress) => {
      if (this.#judgement === asking) this.#hearProgress(progress);
    });
    this.#judgement = asking;
    void asking.outcome.then((outcome) => {
      if (this.#judgement !== asking) return; // asked anew since
      this.#judgement = null;
      this.#judged(document, outcome);
    });
    this.explain();
  }

  /**
   * Has the chosen pair explained, unless it is already.
   *
   * @param lead it was chosen just now: whoever does not see the answer hears it, after these words
   */
  explain(lead: string | null = null): void {
    const { document, pair } = this.#store.getState();
    const { provider, client } = pair;
    this.#explanation?.cancel();
    this.#explanation = null;
    if (!document || provider === null || client === null || this.#isExplained()) return;
    if (lead !== null) this.#pairLead = lead;
    const { revision } = document;
    const asking = this.#engine.ask('explain', { revision, pair: { provider, client } });
    this.#explanation = asking;
    void asking.outcome.then((outcome) => {
      if (this.#explanation !== asking) return;
      this.#explanation = null;
      // Dropped: the worker did not have the machine yet. It is asked again after the judgement.
      if (outcome.kind === 'answered') {
        const { announcement } = this.#store.getState();
        const verdict = pairWords(outcome.value.verdict, (id) => calledPart(document, id));
        const words = this.#pairLead === null ? null : `${this.#pairLead} ${verdict}`.trim();
        this.#pairLead = null;
        this.#store.setState({
          explained: { revision, explanation: outcome.value },
          announcement: said(announcement, words),
        });
        this.#asides.compare();
      } else {
        this.#complain(outcome);
      }
    });
  }

  #isExplained(): boolean {
    const { document, pair, explained } = this.#store.getState();
    return (
      explained !== null &&
      explained.revision === document?.revision &&
      explained.explanation.verdict.provider === pair.provider &&
      explained.explanation.verdict.client === pair.client
    );
  }

  #judged(asked: OpenDocument, outcome: Outcome<Judgement>): void {
    clearTimeout(this.#slow);
    clearTimeout(this.#heard);
    this.#slow = undefined;
    const lead = this.#lead;
    this.#lead = null;
    const { document, results: before, announcement } = this.#store.getState();
    if (outcome.kind !== 'answered' || document?.revision !== asked.revision) {
      // What was done is done, though nothing is known of what it changes.
      const words = lead && !lead.isQuiet ? lead.words : null;
      this.#store.setState({ judging: null, announcement: said(announcement, words || null) });
      this.#complain(outcome);
      return;
    }
    const { titles, ...judged } = outcome.value;
    const { functions } = judged.table;
    const results: Results = {
      revision: asked.revision,
      ...judged,
      placeOf: new Map(functions.map((id, place) => [id, place])),
    };
    this.#store.setState({
      results,
      judging: null,
      document: withTitles(document, titles),
      ...(lead && { announcement: said(announcement, news(lead, before, results)) }),
    });
    if (!this.#isExplained()) {
      if (!this.#explanation) this.explain();
    } else {
      this.#asides.compare(); // it may have been lost on the way
    }
    this.#asides.isolate();
  }

  #hearProgress(progress: Progress): void {
    this.#progress = progress;
    if (this.#store.getState().judging) this.#store.setState({ judging: progress });
  }

  #isSlow(): void {
    const judging = this.#progress ?? { doing: 'Judging pairs', done: null };
    this.#store.setState({ judging });
    if (!this.#lead || this.#lead.isQuiet) return;
    const lead = this.#lead;
    this.#store.getState().actions.announce(lead.words);
    this.#heard = setTimeout(() => {
      if (this.#lead === lead) this.#lead = { ...lead, words: '' };
    }, HEARD_MS);
  }

  #complain(outcome: Outcome<unknown>): void {
    const { document, results, actions } = this.#store.getState();
    const isStale = results !== null && results.revision !== document?.revision;
    const shown = isStale ? ' What is shown is of before the last change.' : '';
    if (outcome.kind === 'failed') {
      const words = `Peerlane made a mistake while judging: ${outcome.message}.`;
      actions.notify('warning', `${words} The document is kept.${shown}`);
    }
    if (outcome.kind === 'lost') actions.notify('warning', `${outcome.why}${shown}`);
  }
}

/** What has happened and what came of it; `null` when that is not worth a word. */
function news(lead: Lead, before: Results | null, { table }: Results): string | null {
  const verdicts = before ? changedWords(before.table, table) : judgedWords(table);
  if (verdicts === NO_CHANGE && lead.isQuiet) return null;
  if (verdicts === NO_CHANGE && lead.isAside) return lead.words || null;
  return `${lead.words} ${verdicts}`.trim();
}

/** Ids may have changed, and names with them. The same names stay the same object. */
function withTitles(document: OpenDocument, titles: readonly string[]): OpenDocument {
  const { machine, titles: before } = document;
  const isSame =
    before.size === machine.functions.length &&
    machine.functions.every(({ id }, place) => before.get(id) === titles[place]);
  if (isSame) return document;
  const names = new Map(machine.functions.map(({ id }, place) => [id, titles[place] ?? id]));
  return { ...document, titles: names };
}
