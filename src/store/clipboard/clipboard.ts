import type { StoreApi } from 'zustand/vanilla';
import { arrivals } from '../arrivals.ts';
import { changedMachine } from '../changedMachine.ts';
import type { DocumentFlow } from '../documentFlow.ts';
import type { PartId } from '../edit.ts';
import { makeChange } from '../makeChange.ts';
import type { Clip, PeerlaneState } from '../state.ts';
import { clipOf, duplicating, type Putting, pasting, readClip } from './clipping.ts';

/** Sentences on one paste; more would cover the sheet. */
const MOST_TOLD = 3;

/** Parts to and from the clipboard. Fetched when something is first copied. */
export class Clipboard {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #flow: DocumentFlow;

  constructor(store: StoreApi<PeerlaneState>, flow: DocumentFlow) {
    this.#store = store;
    this.#flow = flow;
  }

  copyParts(): Clip | null {
    const { document, selection } = this.#store.getState();
    return document && selection.size > 0 ? clipOf(document.machine, selection) : null;
  }

  duplicate(): void {
    const { document, selection, actions } = this.#store.getState();
    if (!document || selection.size === 0) return;
    const putting = duplicating(document.machine, selection);
    if (!putting) actions.notify('warning', 'Nothing of the selection can be duplicated.');
    else this.#put(putting);
  }

  /** @returns false: it holds no parts */
  async paste(clip: Partial<Clip>): Promise<boolean> {
    const read = readClip(clip);
    if (!read) return false;
    const { fragment, leftOut } = read;
    const { document: open, actions } = this.#store.getState();
    if (!open) {
      if (fragment.hosts.length + fragment.sockets.length === 0) {
        actions.notify('warning', 'Devices need a place. Open or draw a machine first.');
        return true;
      }
      await actions.startDrawing();
    }
    const { document, focus } = this.#store.getState();
    if (!document) return true;
    const isIn = this.#put(pasting(document.machine, fragment, focus));
    if (isIn) for (const words of leftOut.slice(0, MOST_TOLD)) actions.notify('warning', words);
    return true;
  }

  /** Makes it one step, and selects what came. */
  #put({ title, changes, refused }: Putting): boolean {
    const { document: before, actions } = this.#store.getState();
    const tell = () => {
      if (refused.length > 0) actions.refuse(refused);
    };
    if (!before || changes.length === 0) {
      tell();
      return false;
    }
    const step = { title, changes };
    if (!makeChange(this.#store, this.#flow, changedMachine, step)) return false;
    tell();
    const { document: after } = this.#store.getState();
    if (after) this.#select(arrivals(before.machine, after.machine));
    return true;
  }

  #select(arrived: readonly PartId[]): void {
    if (arrived.length === 0) return;
    this.#store.setState({ selection: new Set(arrived), focus: arrived.at(0) ?? null });
  }
}
