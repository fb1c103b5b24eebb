import type { StoreApi } from 'zustand/vanilla';
import { NOT_LOADED } from '../building.ts';
import type { DocumentFlow } from '../documentFlow.ts';
import type { PartId } from '../edit.ts';
import { makeChange } from '../makeChange.ts';
import type { Clip, PeerlaneState } from '../state.ts';
import type { Clipping, Putting } from './clipping.ts';

/** Sentences on one paste; more would cover the sheet. */
const MOST_TOLD = 3;

/** Parts to and from the clipboard. What knows them is fetched when something is first copied. */
export class Clipboard {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #flow: DocumentFlow;

  constructor(store: StoreApi<PeerlaneState>, flow: DocumentFlow) {
    this.#store = store;
    this.#flow = flow;
  }

  async copyParts(): Promise<Clip | null> {
    const { document, selection } = this.#store.getState();
    if (!document || selection.size === 0) return null;
    const clipping = await this.#fetch();
    return clipping?.clipOf(document.machine, selection) ?? null;
  }

  async duplicate(): Promise<void> {
    const serial = this.#store.getState().document?.serial;
    const clipping = await this.#fetch();
    const { document, selection, actions } = this.#store.getState();
    if (!clipping || !document || document.serial !== serial || selection.size === 0) return;
    const putting = clipping.duplicating(document.machine, selection);
    if (!putting) actions.notify('warning', 'Nothing of the selection can be duplicated.');
    else this.#put(clipping, putting);
  }

  async paste(clip: Partial<Clip>): Promise<boolean> {
    const serial = this.#store.getState().document?.serial;
    const clipping = await this.#fetch();
    const read = clipping?.readClip(clip) ?? null;
    const { document: open, actions } = this.#store.getState();
    // What was meant for another document is not put into this one.
    if (!clipping || open?.serial !== serial) return clipping === null || read !== null;
    if (!read) return false;
    const { fragment, leftOut } = read;
    if (!open) {
      if (fragment.hosts.length + fragment.sockets.length === 0) {
        actions.notify('warning', 'Devices need a place. Open or draw a machine first.');
        return true;
      }
      await actions.startDrawing();
    }
    const { document, focus } = this.#store.getState();
    if (!document) return true;
    const putting = clipping.pasting(document.machine, fragment, focus);
    const isIn = this.#put(clipping, putting);
    if (isIn) for (const words of leftOut.slice(0, MOST_TOLD)) actions.notify('warning', words);
    return true;
  }

  /** Makes it one step, and selects what came. */
  #put(clipping: Clipping, { title, changes, refused }: Putting): boolean {
    const { document: before, actions } = this.#store.getState();
    for (const words of new Set(refused.slice(0, MOST_TOLD))) actions.notify('warning', words);
    if (!before || changes.length === 0) return false;
    const step = { title, changes };
    if (!makeChange(this.#store, this.#flow, clipping.changedMachine, step)) return false;
    const { document: after } = this.#store.getState();
    if (after) this.#select(clipping.arrivals(before.machine, after.machine));
    return true;
  }

  #select(arrived: readonly PartId[]): void {
    if (arrived.length === 0) return;
    this.#store.setState({ selection: new Set(arrived), focus: arrived.at(0) ?? null });
  }

  async #fetch(): Promise<Clipping | null> {
    try {
      return (await import('./clipping.ts')).clipping;
    } catch {
      this.#store.getState().actions.notify('warning', NOT_LOADED);
      return null;
    }
  }
}
