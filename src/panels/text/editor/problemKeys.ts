import { EditorSelection, type Extension, StateEffect, StateField } from '@codemirror/state';
import { type Command, EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import type { PlacedProblem } from './placedProblem.ts';
import { problemBox } from './problemBox.ts';
import { problemsAt, problemsIn } from './problemMarks.ts';

const shownAt = StateEffect.define<number | null>();

/** The words beside the cursor, once somebody went to a problem; gone with the next move or key. */
const shownProblem = StateField.define<Tooltip | null>({
  create: () => null,
  update(before, { docChanged, selection, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(shownAt)) continue;
      const at = effect.value;
      const problems = at === null ? [] : problemsAt(state, at);
      if (at === null || problems.length === 0) return null;
      return { pos: at, above: true, arrow: false, create: () => ({ dom: problemBox(problems) }) };
    }
    return docChanged || selection ? null : before;
  },
  provide: (field) => showTooltip.from(field),
});

function goTo(view: EditorView, { from, to, problem }: PlacedProblem): void {
  const words = [`Line ${problem.line}:`, problem.text, problem.hint];
  view.dispatch({
    selection: EditorSelection.single(to, from),
    effects: [
      shownAt.of(from),
      EditorView.scrollIntoView(from, { y: 'center' }),
      EditorView.announce.of(words.filter(Boolean).join(' ')),
    ],
    userEvent: 'select',
  });
}

function step(by: 1 | -1): Command {
  return (view) => {
    const problems = problemsIn(view.state);
    const at = view.state.selection.main.from;
    const next =
      by === 1
        ? (problems.find(({ from }) => from > at) ?? problems.at(0))
        : (problems.findLast(({ from }) => from < at) ?? problems.at(-1));
    if (next) goTo(view, next);
    else view.dispatch({ effects: EditorView.announce.of('No problems in the text.') });
    return true;
  };
}

/** Puts in what would be right, for the problem at the cursor or the first of its line. */
export const mendHere: Command = (view) => {
  const { head } = view.state.selection.main;
  const found = problemsAt(view.state, head).find(({ problem }) => problem.instead !== null);
  if (!found) return false;
  mend(view, found);
  return true;
};

function mend(view: EditorView, { from, to, problem }: PlacedProblem): void {
  const insert = problem.instead ?? '';
  // A mark may have been widened to be seen, or moved by typing: the words as they were read count.
  const wide = problem.to > problem.from ? { from, to } : { from: to, to };
  view.dispatch({
    changes: { ...wide, insert },
    selection: EditorSelection.cursor(wide.from + insert.length),
    effects: EditorView.announce.of(`Wrote ${insert}.`),
    scrollIntoView: true,
    userEvent: 'input.mend',
  });
}

/** Leads to the problem with that place in the list, and the focus with it. */
export function goToProblem(view: EditorView, place: number): void {
  const problem = problemsIn(view.state)[place];
  if (!problem) return;
  view.focus();
  goTo(view, problem);
}

/** Mends the problem with that place in the list. */
export function mendProblem(view: EditorView, place: number): void {
  const problem = problemsIn(view.state)[place];
  if (!problem) return;
  view.focus();
  mend(view, problem);
}

/** F8 and back; Alt+Enter mends. */
export const problemKeys: Extension = [
  shownProblem,
  keymap.of([
    { key: 'F8', run: step(1), shift: step(-1) },
    { key: 'Alt-Enter', run: mendHere },
    {
      key: 'Escape',
      run: (view) => {
        if (view.state.field(shownProblem) === null) return false;
        view.dispatch({ effects: shownAt.of(null) });
        return true;
      },
    },
  ]),
];
