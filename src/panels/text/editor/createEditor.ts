import { defaultKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension, Prec, Transaction } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
} from '@codemirror/view';
import type { SketchProblem } from '../../../sketch/sketch.ts';
import { completion } from './completion.ts';
import { highlighting } from './highlighting.ts';
import { indenting } from './indenting.ts';
import { markedLines, setMarkedLines } from './markedLines.ts';
import { problemKeys } from './problemKeys.ts';
import { problemMarks, setProblems } from './problemMarks.ts';
import { textChanges } from './textChange.ts';
import { theme } from './theme.ts';

/** What the editor tells. */
export interface EditorHears {
  readonly onType: (text: string) => void;
  /** The cursor came into another line; `isTyping`: by typing. */
  readonly onLine: (line: number, isTyping: boolean) => void;
  readonly onLeave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** The change comes from the document: nobody typed it. */
const fromDocument = Annotation.define<true>();

/** Time from Escape to Tab, in ms. */
const LEAVE_WITHIN = 3000;

const NAME = 'The machine as text';
const KEYS_ID = 'keys';
const KEYS =
  'Tab indents. To leave the text by keyboard, press Escape, then Tab. F8 leads to the next problem.';

/**
 * Typing over a selection: the browser would keep the look of what was there by an inline style, which
 * the policy refuses.
 */
function typeOverSelection(event: InputEvent, view: EditorView): boolean {
  const { data, inputType, isComposing } = event;
  const isEmpty = view.state.selection.ranges.every(({ empty }) => empty);
  if (inputType !== 'insertText' || data === null || isComposing || isEmpty) return false;
  view.dispatch(view.state.replaceSelection(data), {
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
}

/** An editor in a shadow root, where its styles are sheets of their own and no markup. */
export class SketchEditor {
  readonly view: EditorView;
  readonly #hears: EditorHears;

  constructor(root: ShadowRoot, hears: EditorHears) {
    this.#hears = hears;
    const keys = document.createElement('p');
    keys.id = KEYS_ID;
    keys.hidden = true;
    keys.textContent = KEYS;
    root.replaceChildren(keys);
    const state = EditorState.create({ doc: '', extensions: this.#extensions() });
    this.view = new EditorView({ state, root });
    root.append(this.view.dom);
    // A host that hands its focus on gives it to the first that can have it: what scrolls.
    this.view.scrollDOM.addEventListener('focus', () => this.view.focus());
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  get line(): number {
    const { doc, selection } = this.view.state;
    return doc.lineAt(selection.main.head).number;
  }

  /** Does the cursor stand at the end of what that problem is about? */
  isAt({ line, to }: SketchProblem): boolean {
    const { doc, selection } = this.view.state;
    if (!this.hasFocus || line > doc.lines) return false;
    return doc.line(line).from + to === selection.main.head;
  }

  get hasFocus(): boolean {
    return this.view.hasFocus;
  }

  /** Shows another text in the place of the one there, changing only what differs. */
  show(text: string, isInSight: boolean): void {
    const changes = textChanges(this.text, text);
    const [first] = changes;
    if (!first) return;
    this.view.dispatch({
      changes: [...changes],
      annotations: [fromDocument.of(true), Transaction.addToHistory.of(false)],
      ...(isInSight && { effects: EditorView.scrollIntoView(first.from, { y: 'nearest' }) }),
    });
  }

  showProblems(problems: readonly SketchProblem[]): void {
    this.view.dispatch({ effects: setProblems.of(problems) });
  }

  /** @param toLine is brought into sight */
  mark(lines: readonly number[], toLine: number | null): void {
    const { doc } = this.view.state;
    const isThere = toLine !== null && toLine >= 1 && toLine <= doc.lines;
    this.view.dispatch({
      effects: [
        setMarkedLines.of(lines),
        ...(isThere
          ? [EditorView.scrollIntoView(doc.line(toLine).from, { y: 'nearest', yMargin: 40 })]
          : []),
      ],
    });
  }

  /** Puts a text in as if it were typed. */
  write(text: string): void {
    const { doc } = this.view.state;
    this.view.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      selection: { anchor: text.length },
      scrollIntoView: true,
      userEvent: 'input.example',
    });
    this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }

  #extensions(): Extension {
    const { onLeave, onRedo, onUndo } = this.#hears;
    const done = (run: () => void) => () => {
      run();
      return true;
    };
    return [
      EditorState.lineSeparator.of('\n'),
      problemMarks,
      lineNumbers(),
      indenting,
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      dropCursor(),
      highlighting,
      highlightSelectionMatches({ minSelectionLength: 3 }),
      markedLines,
      completion,
      problemKeys,
      search({ top: true }),
      tooltips({ position: 'fixed' }),
      placeholder('socket 0'),
      EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
      Prec.high(
        keymap.of([
          { key: 'Mod-z', run: done(onUndo), preventDefault: true },
          { key: 'Mod-Shift-z', run: done(onRedo), preventDefault: true },
          { key: 'Ctrl-y', run: done(onRedo), preventDefault: true },
        ]),
      ),
      keymap.of([...searchKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({
        'aria-label': NAME,
        'aria-describedby': KEYS_ID,
        spellcheck: 'false',
        // It has the focus without this, too; checkers of scrolling regions look for it.
        tabindex: '0',
      }),
      EditorView.domEventHandlers({ blur: onLeave }),
      EditorView.domEventHandlers({ beforeinput: typeOverSelection }),
      // Whatever else Escape does: a Tab right after it leaves the text (WCAG 2.1.2).
      EditorView.domEventObservers({
        keydown: (event, view) => {
          if (event.key === 'Escape') view.setTabFocusMode(LEAVE_WITHIN);
        },
      }),
      EditorView.updateListener.of((update) => {
        const isOurs = update.transactions.some((each) => each.annotation(fromDocument));
        if (update.docChanged && !isOurs) this.#hears.onType(this.text);
        if (isOurs || !(update.docChanged || update.selectionSet)) return;
        this.#hears.onLine(this.line, update.docChanged);
      }),
      theme,
    ];
  }
}
