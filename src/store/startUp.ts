import type { StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../worker/engineClient.ts';
import type { Reading } from '../worker/protocol.ts';
import type { DocumentFlow } from './documentFlow.ts';
import type { StoredDocument } from './documentStore.ts';
import { NO_PAIR } from './initialState.ts';
import type { Keeping } from './keeping.ts';
import { machineNameOf } from './machineNameOf.ts';
import type { Opened, Opener } from './opening.ts';
import { NOTHING_IS_KEPT, savingTrouble } from './savingTrouble.ts';
import { STARTING_POINTS, type StartingPointId } from './startingPoints.ts';
import type { Origin, PeerlaneState } from './state.ts';

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

  /** Starts anew: the first time the engine did not run. */
  again(): Promise<void> {
    this.#started = null;
    return this.start();
  }

  /** @param id which of the starting points; the first without */
  async openExample(id: StartingPointId = STARTING_POINTS[0].id): Promise<void> {
    const { opener, loadExample } = this.#parts;
    const { file, title } = STARTING_POINTS.find((each) => each.id === id) ?? STARTING_POINTS[0];
    const opened = await opener.openExample(() => loadExample(file));
    await this.show(opened, { name: title, isExample: true });
  }

  /** Puts what was read onto the page. Gives its origin, or `null` when something else came first. */
  async show(opened: Opened | null, { name, isExample }: HowOpened): Promise<Origin | null> {
    if (!opened) return null;
    const { store, opener, keeping, flow } = this.#parts;
    await this.#restored;
    const key = (await keeping?.key()) ?? '';
    const { reading, source, turn } = opened;
    if (turn !== opener.turn) return null;
    const machine = { ...reading.machine, name: machineNameOf(reading, name) };
    const { settings } = machine;
    const origin = { source, format: reading.format, problems: reading.problems, settings };
    const content = { machine, origin };
    flow.open({ key, content, titles: reading.titles, pair: NO_PAIR }, isExample);
    store.setState({ opening: { kind: 'idle' } });
    return origin;
  }

  async #start(): Promise<void> {
    const { store, opener, keeping } = this.#parts;
    if (keeping) {
      this.#restored = this.#restore(keeping).catch((error: unknown) => {
        const { notify } = store.getState().actions;
        notify('warning', `What was kept in this browser cannot be shown. ${savingTrouble(error)}`);
      });
      await this.#restored;
    } else {
      store.setState({ saving: { kind: 'unsaved', why: NOTHING_IS_KEPT } });
    }
    const isNeeded = store.getState().document === null && opener.turn === 0;
    const example = isNeeded ? this.openExample() : null;
    store.setState({ isStarted: true });
    await example;
  }

  async #restore(keeping: Keeping): Promise<void> {
    const { flow, store } = this.#parts;
    for await (const { key, stored } of keeping.candidates()) {
      const reading = stored ? await this.#read(stored) : 'it is damaged';
      if (stored && typeof reading !== 'string') {
        keeping.adopt(key);
        const { origin, pair } = stored;
        const { machine, titles } = reading;
        flow.restore({ key, content: { machine, origin }, titles, pair });
        return;
      }
      const name = stored?.name ? `“${stored.name}”` : 'A document';
      store
        .getState()
        .actions.notify(
          'warning',
          `${name} was kept in this browser and cannot be read: ${reading}. It is left as it is.`,
        );
    }
  }

  /** The machine of a record; words when there is none. */
  async #read({ text }: StoredDocument): Promise<Reading | string> {
    const outcome = await this.#parts.engine.ask('read', { input: text }).outcome;
    switch (outcome.kind) {
      case 'answered': {
        const { value } = outcome;
        return value.ok
          ? value.value
          : (value.error[0]?.text ?? 'it is damaged').replace(/\.$/, '');
      }
      case 'failed':
        return outcome.message;
      case 'lost':
        return outcome.why.replace(/\.$/, '');
      case 'dropped':
        return 'the engine was stopped';
    }
  }
}
