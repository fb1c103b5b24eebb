import type { StoreApi } from 'zustand/vanilla';
import {
  chosenWords,
  editedWords,
  openedWords,
  redoneWords,
  undoneWords,
} from './announcements.ts';
import { arrivals } from './arrivals.ts';
import type { Autosave } from './autosave.ts';
import { calledPart } from './calledPart.ts';
import type { Edit, Gesture } from './edit.ts';
import { editRefusal } from './editRefusal.ts';
import { applyEdit } from './edits.ts';
import { NO_FLOWS } from './flowsView.ts';
import { areAside, type Content, History, type Travelled } from './history.ts';
import { NO_PAIR } from './initialState.ts';
import type { Judging, Lead } from './judging.ts';
import type { Kept } from './keeping.ts';
import { NO_MAPPING } from './mappingView.ts';
import { removeRefusals } from './notices.ts';
import { playWithoutPair } from './playing.ts';
import { pairIn, selectedIn } from './selection.ts';
import type { ChosenPair, OpenDocument, PeerlaneState } from './state.ts';

type Titles = OpenDocument['titles'];

const NO_TITLES: Titles = new Map();

/** After so long without another step, parts that are moved by keys rest. */
export const REST_MS = 1000;

export interface FlowParts {
  readonly store: StoreApi<PeerlaneState>;
  readonly judging: Judging;
  /** `null`: nothing is kept in this browser. */
  readonly autosave: Autosave | null;
  /** Keeps the document that was replaced. */
  readonly snapshot: (kept: Kept) => void;
}

/** A document that comes onto the page. */
export interface Arrival {
  readonly key: string;
  readonly content: Omit<Content, 'serial'>;
  /** What to call each function, in the machine's order. */
  readonly titles: readonly string[];
  readonly pair: ChosenPair;
}

/** What happens to the one document: it arrives, is edited, and goes back and forth in its history. */
export class DocumentFlow {
  readonly #parts: FlowParts;
  readonly #history = new History();
  #revision = 0;
  #serial = 0;
  #key = '';
  /** The example as it came: nobody needs a copy of it. */
  #untouched: Content | null = null;
  /** Of documents that were replaced: how they were left, for coming back to them. */
  readonly #left = new Map<number, { readonly titles: Titles; readonly pair: ChosenPair }>();

  constructor(parts: FlowParts) {
    this.#parts = parts;
  }

  /** A document that was kept in this browser, shown as it was left. */
  restore(arrival: Arrival): void {
    this.#show(this.#take(arrival), openedLead(arrival));
  }

  /** A document that was opened now, in the place of the one before. */
  open(arrival: Arrival, isExample: boolean): void {
    const { document, pair, actions } = this.#parts.store.getState();
    const isWorthless = document !== null && document.machine === this.#untouched?.machine;
    if (document && !isWorthless) {
      this.#parts.snapshot({ content: contentOf(document), pair });
      actions.notify('info', `${document.machine.name} was replaced. Undo brings it back.`);
    }
    const content = this.#take(arrival);
    const title = `open ${content.machine.name}`;
    if (document) this.#history.swap(title, contentOf(document), content);
    this.#untouched = isExample ? content : null;
    this.#show(content, openedLead(arrival));
    // The example is there on every visit; it is kept once something was done with it.
    if (document || !isExample) this.#parts.autosave?.changed();
  }

  /**
   * Makes an edit one step; one that is refused says why and changes nothing.
   *
   * @param titles what to call functions that come with it, until the engine has answered
   */
  edit(edit: Edit, gesture?: Gesture, titles: Titles = NO_TITLES): void {
    const { document, actions } = this.#parts.store.getState();
    if (!document) return;
    const refusal = editRefusal(document.machine, edit);
    if (refusal !== null) {
      actions.refuse([refusal]);
      return;
    }
    const edited = applyEdit(document.machine, edit, gesture?.id ?? null);
    if (!edited) return;
    this.#history.record(edited.step, edited.machine);
    const words = editedWords(edited.step.title);
    this.#show(
      { ...contentOf(document), machine: edited.machine },
      // Whoever types hears what it changes, not every key.
      { words, isQuiet: gesture !== undefined, isAside: areAside(edited.step.patches) },
      titles,
    );
    if (edit.kind === 'nudge' && gesture) this.#sayAtRest(words);
    this.#parts.autosave?.changed();
  }

  /** Parts moved step by step by keys are told of once they rest. */
  #sayAtRest(words: string): void {
    const revision = this.#revision;
    setTimeout(() => {
      if (this.#revision === revision) this.#parts.store.getState().actions.announce(words);
    }, REST_MS);
  }

  undo(): void {
    this.#travel((now) => this.#history.undo(now), undoneWords);
  }

  redo(): void {
    this.#travel((now) => this.#history.redo(now), redoneWords);
  }

  choose(change: Partial<ChosenPair>): void {
    const { store, judging, autosave } = this.#parts;
    const { document, pair: before, actions } = store.getState();
    if (!document) return;
    const pair = pairIn(document.machine, { ...before, ...change });
    if (isSamePair(before, pair)) return;
    store.setState(({ play }) => ({
      pair,
      explained: null,
      compared: null,
      play: playWithoutPair(play),
    }));
    const words = chosenWords(before, pair, (id) => calledPart(document, id));
    const isWhole = pair.provider !== null && pair.client !== null;
    const isNoPair = pair.provider === pair.client;
    if (!isWhole || isNoPair) actions.announce(words);
    judging.explain(isWhole && isNoPair ? null : words);
    autosave?.changed(true);
  }

  /** The document as it stands, for writing it somewhere. */
  kept(): Kept | null {
    const { document, pair } = this.#parts.store.getState();
    return document && { content: contentOf(document), pair };
  }

  /** Takes note of the key under which the document is kept; false when it is the same as before. */
  rekey(key: string): boolean {
    const { document } = this.#parts.store.getState();
    if (!document || document.key === key) return false;
    this.#key = key;
    this.#parts.store.setState({ document: { ...document, key } });
    return true;
  }

  #travel(step: (now: Content) => Travelled | null, words: (title: string) => string): void {
    const { store } = this.#parts;
    const { document } = store.getState();
    const travelled = document && step(contentOf(document));
    if (!travelled) return;
    this.#show(travelled.content, {
      words: words(travelled.title),
      isQuiet: false,
      isAside: travelled.isAside,
    });
    const { machine, serial } = travelled.content;
    // What came back, or came again, is selected as it is when it first comes.
    const arrived = serial === document.serial ? arrivals(document.machine, machine) : [];
    if (arrived.length > 0) {
      store.setState({ selection: new Set(arrived), focus: arrived.at(0) ?? null });
    }
    this.#parts.autosave?.changed();
  }

  /** Gives a document its number, and keeps what goes with it. */
  #take({ key, content, titles, pair }: Arrival): Content {
    this.#key = key;
    const serial = ++this.#serial;
    const { functions } = content.machine;
    const names = new Map(functions.map(({ id }, place) => [id, titles[place] ?? id]));
    this.#left.set(serial, { titles: names, pair });
    return { ...content, serial };
  }

  /** Puts a state of a document onto the page, as a revision of its own. */
  #show(content: Content, lead: Lead, newTitles: Titles = NO_TITLES): void {
    const { store, judging } = this.#parts;
    const before = store.getState();
    const { document, pair } = before;
    removeRefusals(store);
    const revision = ++this.#revision;
    const isSame = document?.serial === content.serial;
    if (document && !isSame) this.#left.set(document.serial, { titles: document.titles, pair });
    const byId =
      document?.machine.functions === content.machine.functions
        ? document.byId
        : new Map(content.machine.functions.map((fn) => [fn.id, fn]));
    const left = this.#left.get(content.serial);
    const known: Titles = isSame ? document.titles : (left?.titles ?? NO_TITLES);
    const titles = newTitles.size === 0 ? known : new Map([...known, ...newTitles]);
    const { undoable, redoable, moment } = this.#history;
    const shown: OpenDocument = { key: this.#key, ...content, revision, moment, byId, titles };
    if (isSame) {
      const kept = pairIn(content.machine, pair);
      store.setState({
        document: shown,
        undoable,
        redoable,
        ...selectedIn(content.machine, before, document.machine),
        ...(isSamePair(pair, kept)
          ? {}
          : {
              pair: kept,
              explained: null,
              compared: null,
              play: playWithoutPair(before.play),
            }),
      });
    } else {
      store.setState({
        document: shown,
        undoable,
        redoable,
        results: null,
        explained: null,
        isolated: null,
        compared: null,
        mapped: null,
        mappedBeside: null,
        mappedSeveral: {},
        mappingTrouble: null,
        mapping: NO_MAPPING,
        throughput: null,
        throughputBeside: null,
        curves: null,
        flowsTrouble: null,
        // What was kept is of another machine now: to be held beside this one, and from the same side.
        flows: { ...NO_FLOWS, side: before.flows.side, pinned: before.flows.pinned },
        flowDrawing: null,
        play: null,
        selection: new Set(),
        focus: null,
        pair: pairIn(content.machine, left?.pair ?? NO_PAIR),
      });
    }
    judging.judge(lead);
  }
}

function openedLead({ content: { machine } }: Arrival): Lead {
  return {
    words: openedWords(machine.name, machine.functions.length),
    isQuiet: false,
    isAside: false,
  };
}

function contentOf({ machine, origin, serial }: OpenDocument): Content {
  return { machine, origin, serial };
}

function isSamePair(a: ChosenPair, b: ChosenPair): boolean {
  return a.provider === b.provider && a.client === b.client;
}
