import {
  type EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter, hoverTooltip } from '@codemirror/view';
import type { SketchProblem } from '../../../sketch/sketch.ts';
import type { PlacedProblem } from './placedProblem.ts';
import { problemBox } from './problemBox.ts';

export const setProblems = StateEffect.define<readonly SketchProblem[]>();

function placed(state: EditorState, problem: SketchProblem): PlacedProblem | null {
  if (problem.line < 1 || problem.line > state.doc.lines) return null;
  const line = state.doc.line(problem.line);
  const from = Math.min(line.from + problem.from, line.to);
  const to = Math.min(Math.max(line.from + problem.to, from), line.to);
  if (to > from) return { from, to, problem };
  // A place between words, or an empty line: the character beside it shows it, if there is one.
  return from > line.from ? { from: from - 1, to: from, problem } : { from, to: from, problem };
}

/** By place. */
const placedProblems = StateField.define<readonly PlacedProblem[]>({
  create: () => [],
  update(before, { changes, docChanged, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(setProblems)) continue;
      return effect.value
        .flatMap((problem) => placed(state, problem) ?? [])
        .sort((a, b) => a.from - b.from || a.to - b.to);
    }
    if (!docChanged) return before;
    return before.map((each) => ({
      ...each,
      from: changes.mapPos(each.from, 1),
      to: Math.max(changes.mapPos(each.from, 1), changes.mapPos(each.to, -1)),
    }));
  },
  provide: (field) => [
    EditorView.decorations.from(field, (problems) =>
      Decoration.set(
        problems.flatMap(({ from, to, problem }) =>
          to > from ? UNDERLINES[severityOf(problem)].range(from, to) : [],
        ),
        true,
      ),
    ),
  ],
});

const severityOf = ({ severity }: SketchProblem): 'error' | 'warning' =>
  severity === 'error' ? 'error' : 'warning';

const UNDERLINES = {
  error: Decoration.mark({ class: 'problem-error' }),
  warning: Decoration.mark({ class: 'problem-warning' }),
};

class ProblemMarker extends GutterMarker {
  readonly #severity: 'error' | 'warning';
  constructor(severity: 'error' | 'warning') {
    super();
    this.#severity = severity;
  }
  override eq(other: GutterMarker): boolean {
    return other instanceof ProblemMarker && other.#severity === this.#severity;
  }
  override toDOM(): Node {
    const mark = document.createElement('span');
    mark.className = `marker-${this.#severity}`;
    mark.textContent = this.#severity === 'error' ? '✕' : '!';
    return mark;
  }
}

const MARKERS = { error: new ProblemMarker('error'), warning: new ProblemMarker('warning') };

/** One sign a line, the worse one. */
function markers(state: EditorState): RangeSet<GutterMarker> {
  const worst = new Map<number, 'error' | 'warning'>();
  for (const { from, problem } of state.field(placedProblems)) {
    const start = state.doc.lineAt(from).from;
    if (worst.get(start) !== 'error') worst.set(start, severityOf(problem));
  }
  return RangeSet.of(
    [...worst].map(([start, severity]) => MARKERS[severity].range(start)),
    true,
  );
}

/** All problems, by place. */
export function problemsIn(state: EditorState): readonly PlacedProblem[] {
  return state.field(placedProblems);
}

/** Those that touch a place; none there: those of its line. */
export function problemsAt(state: EditorState, at: number): readonly PlacedProblem[] {
  const touching = problemsIn(state).filter(({ from, to }) => from <= at && at <= to);
  if (touching.length > 0) return touching;
  const line = state.doc.lineAt(at);
  return problemsIn(state).filter(({ from }) => from >= line.from && from <= line.to);
}

const hovered = hoverTooltip(
  (view, at) => {
    const touching = problemsIn(view.state).filter(({ from, to }) => from <= at && at <= to);
    const [first] = touching;
    if (!first) return null;
    const to = Math.max(...touching.map((each) => each.to));
    return { pos: first.from, end: to, above: true, create: () => ({ dom: problemBox(touching) }) };
  },
  { hoverTime: 200 },
);

const problemGutter = gutter({
  class: 'cm-problem-gutter',
  markers: (view) => markers(view.state),
  initialSpacer: () => MARKERS.error,
});

/** Problems in place: underlined, a sign before the line, the words where the pointer rests. */
export const problemMarks: Extension = [placedProblems, problemGutter, hovered];
