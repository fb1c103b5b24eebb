import type { StoreApi } from 'zustand/vanilla';
import { blankMachine } from '../model/blank.ts';
import type { Machine } from '../model/machine.ts';
import type { EngineClient, Outcome } from '../worker/engineClient.ts';
import type { Questions } from '../worker/protocol.ts';
import type { DocumentFlow } from './documentFlow.ts';
import type { StoredDocument } from './documentStore.ts';
import { NO_PAIR } from './initialState.ts';
import type { Keeping } from './keeping.ts';
import { machineNameOf } from './machineNameOf.ts';
import type { Opened, Opener } from './opening.ts';
import { lookingTrouble, NOTHING_IS_KEPT } from './savingTrouble.ts';
import type { StartingPoint } from './startingPoint.ts';
import {
  exampleNamed,
  STARTING_POINTS,
  type StartingPointId,
  sourceOf,
  startingPoint,
} from './startingPoints.ts';
import type { ChosenPair, Glimpse, Origin, PeerlaneState } from './state.ts';

export interface StartParts {
  readonly store: StoreApi<PeerlaneState>;
  readonly engine: EngineClient;
  readonly keeping: Keeping | null;
  readonly flow: DocumentFlow;
  readonly opener: Opener;
  readonly loadExample: (file: string) => Promise<string>;
}

export interface HowOpened {
  /** Names a machine that has no name of its own. */
  readonly name: string | null;
  readonly isExample: boolean;
  /** The pair that is chosen at once. */
  readonly pair?: ChosenPair;
  /** It was kept in this browser: it comes as it was left. */
  readonly stored?: StoredDocument;
}

/** What the page shows first, and how what was read comes onto it. */
export class StartUp {
  readonly #parts: StartParts;
  #started: Promise<void> | null = null;
  /** Until the last visit's document is back, nothing may take its place: it could not be undone. */
  #restored: Promise<void> = Promise.resolve();

  constructor(parts: StartParts) {
    this.#parts = parts;
  }

  /** Opens what was kept last in this browser, else the example. Once, however often it is called. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  /** Starts anew after the engine did not run the first time. */
  again(): Promise<void> {
    const { store } = this.#parts;
    const { opening } = store.getState();
    // What somebody pasted meanwhile is not thrown away for the example.
    const isLost = opening.kind === 'failed' && opening.text === null;
    if (isLost) store.setState({ opening: { kind: 'idle' } });
    this.#started = null;
    return this.start();
  }

  /** @param id which of the starting points; the first without */
  async openExample(id: StartingPointId = STARTING_POINTS[0].id): Promise<void> {
    const { opener, loadExample } = this.#parts;
    let point = exampleNamed(id);
    if (!point) {
      opener.overtake();
      const { turn } = opener;
      point = await startingPoint(id);
      if (turn !== opener.turn) return;
      if (!point) return void (await opener.openExample(id, () => Promise.reject()));
    }
    const { file } = point;
    const opened = await opener.openExample(sourceOf(point), () => loadExample(file));
    const pair = opened && point.pair ? pairOf(opened.reading.machine, point.pair) : NO_PAIR;
    await this.show(opened, { name: point.title, isExample: true, pair });
  }

  /** Reads a starting point without opening it; `null` when that cannot be done just now. */
  async lookAt(id: StartingPointId): Promise<Glimpse | null> {
    const { engine, loadExample } = this.#parts;
    const point = await startingPoint(id);
    const input = point && (await loadExample(point.file).catch(() => null));
    if (input === null) return null;
    const outcome = await engine.ask('read', { input }).outcome;
    return outcome.kind === 'answered' && outcome.value.ok ? outcome.value.value : null;
  }

  /** Opens a machine without a part, to be drawn: with its text beside it, or with parts to put in. */
  async startDrawing(leftTab: 'parts' | 'text'): Promise<void> {
    const { store, opener, keeping, flow } = this.#parts;
    opener.overtake();
    const { turn } = opener;
    await this.#restored;
    const key = (await keeping?.key()) ?? '';
    if (turn !== opener.turn) return;
    const machine = blankMachine('drawn', 'New machine');
    const origin = {
      source: DRAWN_SOURCE,
      format: 'sketch',
      problems: [],
      settings: machine.settings,
    };
    flow.open({ key, content: { machine, origin }, titles: [], pair: NO_PAIR }, false);
    const { view, actions } = store.getState();
    if (view.leftTab !== leftTab || !view.isOutlineOpen) {
      actions.setView({ leftTab, isOutlineOpen: true });
    }
  }

  /** Opens a copy of a document that was put away, in the place of the one that is open. */
  async restoreEarlier(key: string): Promise<void> {
    const { keeping, opener, store } = this.#parts;
    const stored = await keeping?.readEarlier(key).catch(() => null);
    if (!stored) {
      const { notify } = store.getState().actions;
      notify('warning', 'This document is no longer kept in this browser, or cannot be read.');
      return;
    }
    const opened = await opener.openText(stored.text, stored.origin.source);
    await this.show(opened, { name: null, isExample: false, stored });
  }

  /** Puts what was read onto the page. Gives its origin, or `null` when something else came first. */
  async show(opened: Opened | null, how: HowOpened): Promise<Origin | null> {
    if (!opened) return null;
    const { name, isExample, stored } = how;
    const { store, opener, keeping, flow } = this.#parts;
    await this.#restored;
    const key = (await keeping?.key()) ?? '';
    const { reading, source, turn } = opened;
    if (turn !== opener.turn) return null;
    const machine = { ...reading.machine, name: machineNameOf(reading, name) };
    const { settings } = machine;
    const { format, problems, titles } = reading;
    const origin = stored?.origin ?? { source, format, problems, settings };
    const content = { machine, origin };
    flow.open({ key, content, titles, pair: stored?.pair ?? how.pair ?? NO_PAIR }, isExample);
    store.setState({ opening: { kind: 'idle' } });
    return origin;
  }

  async #start(): Promise<void> {
    const { store, keeping } = this.#parts;
    if (keeping) {
      this.#restored = this.#restore(keeping).catch((error: unknown) => {
        store.getState().actions.notify('warning', lookingTrouble(error));
      });
      await this.#restored;
    } else {
      store.setState({ saving: { kind: 'unsaved', why: NOTHING_IS_KEPT } });
    }
    const { document, opening } = store.getState();
    const example = !document && opening.kind === 'idle' ? this.openExample() : null;
    store.setState({ isStarted: true });
    await example;
  }

  async #restore(keeping: Keeping): Promise<void> {
    const { flow, engine, store } = this.#parts;
    for await (const { key, stored } of keeping.candidates()) {
      const outcome = stored && (await engine.ask('read', { input: stored.text }).outcome);
      if (outcome?.kind === 'lost') return; // nothing can be read now, and the page says so
      if (stored && outcome?.kind === 'answered' && outcome.value.ok) {
        const { machine, titles } = outcome.value.value;
        const { origin, pair } = stored;
        keeping.adopt(key);
        flow.restore({ key, content: { machine, origin }, titles, pair });
        return;
      }
      const name = stored?.name ? `“${stored.name}”` : 'A document';
      const why = outcome ? whyUnread(outcome) : 'it is damaged';
      store
        .getState()
        .actions.notify(
          'warning',
          `${name} was kept in this browser and cannot be read: ${why}. It is left as it is.`,
        );
    }
  }
}

/** What a document's origin names as its source that was begun with nothing. */
const DRAWN_SOURCE = 'a new machine';

/** The pair of those names. */
function pairOf(
  { functions }: Machine,
  { provider, client }: NonNullable<StartingPoint['pair']>,
): ChosenPair {
  const idOf = (name: string) => functions.find(({ label }) => label === name)?.id ?? null;
  return { provider: idOf(provider), client: idOf(client) };
}

function whyUnread(outcome: Outcome<Questions['read']['out']>): string {
  if (outcome.kind === 'failed') return outcome.message;
  if (outcome.kind !== 'answered' || outcome.value.ok) return 'it was not answered';
  const [first] = outcome.value.error;
  return first ? first.text.replace(/\.$/, '') : 'it is damaged';
}
