import type { Machine } from '../../model/machine.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import type { SketchProblem } from '../../sketch/sketch.ts';
import type { OpenDocument, PartId, PeerlaneState } from '../../store/state.ts';
import { SketchEditor } from './editor/createEditor.ts';
import { goToProblem, mendProblem } from './editor/problemKeys.ts';
import { type LinedParts, linedParts } from './partAtLine.ts';
import { problemWords } from './problemWords.ts';
import { textOf } from './textOf.ts';
import { TextSync } from './textSync.ts';

/** What the panel draws round the editor. */
export interface SketchState {
  readonly problems: readonly SketchProblem[];
  /** What the text does not carry. */
  readonly dropped: readonly string[];
  readonly isEmpty: boolean;
}

const FIRST: SketchState = { problems: [], dropped: [], isEmpty: false };

interface Store {
  readonly getState: () => PeerlaneState;
  readonly subscribe: (listener: (now: PeerlaneState) => void) => () => void;
}

/** Problems are told once nobody has typed for so long; the current part once the cursor rests. In ms. */
const TELL_AFTER = 1500;
const SELECT_AFTER = 60;
const WRONG_AFTER = 1000;
const READ_LINES_AFTER = 200;

/** One text panel at work: the editor, the document it is in step with, what is selected. */
export class SketchView {
  readonly #store: Store;
  readonly #editor: SketchEditor;
  readonly #sync: TextSync;
  readonly #stop: () => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #state = FIRST;
  #document: OpenDocument | null = null;
  #selection: ReadonlySet<PartId> = new Set();
  #parts: LinedParts | null = null;
  /** The part that the cursor chose: the text need not follow it. */
  #chosen: PartId | null = null;
  #told = '';
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(root: ShadowRoot, store: Store) {
    this.#store = store;
    this.#sync = new TextSync({
      type: (text, gesture) => store.getState().actions.typeSketch(text, gesture),
      textOf,
      show: (text) => this.#editor.show(text, this.#editor.hasFocus),
      onStep: (machine, dropped) => this.#onStep(machine, dropped),
      onProblems: (problems) => this.#setProblems(problems),
      wait: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
    });
    this.#editor = new SketchEditor(root, {
      onType: (text) => {
        this.#typedAt = performance.now();
        this.#sync.typed(text);
      },
      onLine: (_line, isTyping) => {
        if (!isTyping) this.#later('select', SELECT_AFTER, () => this.#selectAtCursor(true));
      },
      onLeave: () => void this.#sync.flush(),
      onUndo: () => void this.#travel('undo'),
      onRedo: () => void this.#travel('redo'),
    });
    this.#follow(store.getState());
    const unsubscribe = store.subscribe((now) => this.#follow(now));
    // What is still to be read when the page goes is kept with the rest.
    const flush = () => void this.#sync.flush();
    window.addEventListener('pagehide', flush);
    this.#stop = () => {
      unsubscribe();
      window.removeEventListener('pagehide', flush);
    };
  }

  // For React.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };
  readonly state = (): SketchState => this.#state;

  /** The text as the document has it or will have it in a moment. */
  get outsideText(): string {
    return this.#sync.outsideText;
  }
  write(text: string): void {
    this.#editor.write(text);
  }
  goTo(place: number): void {
    goToProblem(this.#editor.view, place);
  }
  mend(place: number): void {
    mendProblem(this.#editor.view, place);
  }
  /** Gives the document all that was typed. */
  flush(): Promise<void> {
    return this.#sync.flush();
  }

  destroy(): void {
    void this.#sync.flush();
    this.#stop();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#editor.destroy();
  }

  #follow({ document, selection }: PeerlaneState): void {
    const before = this.#document;
    this.#document = document;
    if (document && document.serial !== before?.serial) {
      this.#chosen = null;
      this.#sync.open(document.machine);
    } else if (document && document.machine !== before?.machine) {
      this.#sync.changed(document.machine);
    }
    if (selection === this.#selection) return;
    this.#selection = selection;
    this.#markSelected(true);
  }

  #onStep(machine: Machine, dropped: readonly string[]): void {
    const isEmpty = machine.hostBridges.length === 0 && machine.functions.length === 0;
    this.#change({ dropped, isEmpty });
    this.#parts = null;
    this.#later('lines', READ_LINES_AFTER, () => {
      this.#lined();
      this.#markSelected(false);
      if (this.#editor.hasFocus) this.#selectAtCursor(false);
    });
  }

  /** Which line is which part, as the text stands. */
  #lined(): LinedParts | null {
    const machine = this.#document?.machine;
    if (this.#parts || !machine) return this.#parts;
    const read = readSketch(this.#editor.text, machine);
    this.#setProblems(read.problems);
    this.#parts = linedParts(machine, read.lineOf);
    return this.#parts;
  }

  #selectAtCursor(isMoving: boolean): void {
    const { focus, selection, actions } = this.#store.getState();
    const parts = this.#lined()?.partsAt(this.#editor.line) ?? [];
    const part = parts.at(-1);
    const isChosen = parts.length === selection.size && parts.every((each) => selection.has(each));
    if (part === undefined || (focus === part && isChosen)) return;
    this.#chosen = part;
    actions.select(parts);
    if (isMoving) actions.moveCamera('reveal-focus');
  }

  /** @param isNew something else was selected: its line comes into sight */
  #markSelected(isNew: boolean): void {
    if (this.#selection.size === 0) {
      this.#editor.mark([], null);
      return;
    }
    const parts = this.#lined();
    if (!parts) return;
    const { focus } = this.#store.getState();
    const lines = [...this.#selection].flatMap((part) => parts.lineOf(part) ?? []);
    const isOurs = focus !== null && focus === this.#chosen;
    if (!isOurs) this.#chosen = null;
    const toLine = isNew && !isOurs && focus !== null ? parts.lineOf(focus) : null;
    this.#editor.mark(lines, toLine);
  }

  #setProblems(problems: readonly SketchProblem[]): void {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.from - b.from || a.to - b.to);
    // A word that is being typed is not wrong yet.
    const isTyping = performance.now() - this.#typedAt < WRONG_AFTER;
    const shown = isTyping ? sorted.filter((each) => !this.#editor.isAt(each)) : sorted;
    this.#editor.showProblems(shown);
    this.#change({ problems: shown });
    if (shown.length < sorted.length) {
      this.#later('wrong', WRONG_AFTER, () => this.#setProblems(sorted));
    } else {
      clearTimeout(this.#timers.get('wrong'));
    }
    this.#later('tell', TELL_AFTER, () => this.#tell());
  }

  /** Whoever types hears of mistakes after typing, and of each number once. */
  #tell(): void {
    const { problems } = this.#state;
    const [first] = problems;
    const words = first
      ? `${problemWords(problems)} in the text, the first in line ${first.line}. F8 leads there.`
      : '';
    if (words === this.#told) return;
    const isMended = words === '' && this.#told !== '';
    this.#told = words;
    if (!this.#editor.hasFocus) return;
    this.#store.getState().actions.announce(isMended ? 'No mistakes in the text any more.' : words);
  }

  async #travel(way: 'undo' | 'redo'): Promise<void> {
    await this.#sync.flush();
    this.#store.getState().actions[way]();
  }

  #later(what: string, ms: number, run: () => void): void {
    clearTimeout(this.#timers.get(what));
    this.#timers.set(what, setTimeout(run, ms));
  }

  #change(change: Partial<SketchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
