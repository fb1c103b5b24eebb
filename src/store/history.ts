import type { Patch } from 'immer';
import { keepSame } from '../base/keepSame.ts';
import type { Machine } from '../model/machine.ts';
import { immer } from './patches.ts';
import type { Origin, StepWords } from './state.ts';

/** What the history is about: the open document and which one it is. */
export interface Content {
  readonly machine: Machine;
  readonly origin: Origin;
  readonly serial: number;
}

/** One step: a change of the machine as patches, or another document in its place. */
type Step = { readonly moment: number } & (
  | {
      readonly kind: 'edit';
      readonly title: string;
      readonly gesture: string | null;
      readonly patches: readonly Patch[];
      readonly inverse: readonly Patch[];
    }
  | { readonly kind: 'swap'; readonly title: string; readonly from: Content; readonly to: Content }
);

/** A change of the machine, ready to be undone. */
export interface RecordedEdit {
  readonly title: string;
  readonly gesture: string | null;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** Names, notes, and where parts are on the drawing: what no verdict hangs on. */
export function areAside(patches: readonly Patch[]): boolean {
  return patches.every(({ path }) => ASIDE.has(String(path[0])) || String(path.at(-1)) === 'label');
}

const ASIDE: ReadonlySet<string> = new Set(['name', 'notes', 'placements', 'workload']);

/** What was undone or redone, and what the document is now. */
export interface Travelled {
  readonly title: string;
  readonly content: Content;
  /** No verdict hangs on it. */
  readonly isAside: boolean;
}

/** Steps done and steps undone; unlimited for as long as the page is open. */
export class History {
  readonly #done: Step[] = [];
  #undone: Step[] = [];
  /** The last step may still grow: nothing has come between it and the next edit. */
  #isOpen = false;
  #moments = 0;

  /** Names the present state: undo and redo come back to it under the same number, edits never. */
  get moment(): number {
    return this.#done.at(-1)?.moment ?? 0;
  }

  get undoable(): readonly StepWords[] {
    return this.#done.map(({ title }) => ({ title }));
  }

  get redoable(): readonly StepWords[] {
    return this.#undone.map(({ title }) => ({ title }));
  }

  /**
   * Takes an edit in: a step of its own, or part of the last one when both are of one gesture.
   *
   * @param after what the edit has made of the machine
   */
  record(edit: RecordedEdit, after?: Machine): void {
    this.#undone = [];
    const last = this.#done.at(-1);
    const isSameGesture =
      this.#isOpen &&
      last?.kind === 'edit' &&
      last.gesture !== null &&
      last.gesture === edit.gesture;
    if (isSameGesture) this.#done.pop();
    const step = isSameGesture ? merged(last, edit) : edit;
    const isNothing = isSameGesture && (endsWhereItBegan(step) || isUndoneBy(step, after));
    if (!isNothing) this.#done.push({ kind: 'edit', ...step, moment: ++this.#moments });
    this.#isOpen = !isNothing;
  }

  /** Another document took the place of the one before. */
  swap(title: string, from: Content, to: Content): void {
    this.#undone = [];
    this.#done.push({ kind: 'swap', title, from, to, moment: ++this.#moments });
    this.#isOpen = false;
  }

  undo(now: Content): Travelled | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#undone.push(step);
    this.#isOpen = false;
    const content =
      step.kind === 'swap' ? step.from : { ...now, machine: patched(now.machine, step.inverse) };
    return { title: step.title, content, isAside: isAside(step) };
  }

  redo(now: Content): Travelled | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#done.push(step);
    this.#isOpen = false;
    const content =
      step.kind === 'swap' ? step.to : { ...now, machine: patched(now.machine, step.patches) };
    return { title: step.title, content, isAside: isAside(step) };
  }
}

function isAside(step: Step): boolean {
  return step.kind === 'edit' && areAside(step.patches);
}

function patched(machine: Machine, patches: readonly Patch[]): Machine {
  return immer.applyPatches(machine, [...patches]);
}

/** The later edit after the earlier one. Where both set the same places, the middle is forgotten. */
function merged(before: RecordedEdit, after: RecordedEdit): RecordedEdit {
  const { title, gesture } = after;
  if (setsOnly(before.patches) && setsOnly(after.patches) && places(before) === places(after)) {
    return { title, gesture, patches: after.patches, inverse: before.inverse };
  }
  return {
    title,
    gesture,
    patches: [...before.patches, ...after.patches],
    inverse: [...after.inverse, ...before.inverse],
  };
}

function setsOnly(patches: readonly Patch[]): boolean {
  return patches.every(({ op }) => op === 'replace');
}

const placeOf = ({ path }: Patch): string => path.join('/');

function places({ patches }: RecordedEdit): string {
  return patches.map(placeOf).sort().join('\n');
}

/** Typed and taken back: undoing it would do nothing. */
function endsWhereItBegan({ patches, inverse }: RecordedEdit): boolean {
  if (!setsOnly(patches) || !setsOnly(inverse)) return false;
  // The last patch of a place is what it came to; the last inverse one is what it was at first.
  const after = valuesByPlace(patches);
  const before = valuesByPlace(inverse);
  return [...after].every(
    ([place, value]) => keepSame(before.get(place), value) === before.get(place),
  );
}

/** The same where things came and went again: a part moved on the drawing and moved back. */
function isUndoneBy({ inverse }: RecordedEdit, after: Machine | undefined): boolean {
  if (after === undefined || setsOnly(inverse)) return false;
  const before = patched(after, inverse);
  return keepSame(before, after) === before;
}

function valuesByPlace(patches: readonly Patch[]): ReadonlyMap<string, unknown> {
  return new Map(patches.map((patch) => [placeOf(patch), patch.value]));
}
