import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Numbers of lines, from 1. */
export const setMarkedLines = StateEffect.define<readonly number[]>();

const LINE = Decoration.line({ class: 'marked-line' });

class MarkedGutter extends GutterMarker {
  override elementClass = 'marked-gutter';
}
const GUTTER = new MarkedGutter();

/** Where the marked lines begin. */
const starts = StateField.define<readonly number[]>({
  create: () => [],
  update(before, { changes, docChanged, effects, state: { doc } }) {
    for (const effect of effects) {
      if (!effect.is(setMarkedLines)) continue;
      return [...new Set(effect.value)]
        .filter((each) => each >= 1 && each <= doc.lines)
        .sort((a, b) => a - b)
        .map((each) => doc.line(each).from);
    }
    if (!docChanged) return before;
    return [...new Set(before.map((at) => doc.lineAt(changes.mapPos(at)).from))];
  },
  provide: (field) => [
    EditorView.decorations.from(field, (all) => Decoration.set(all.map((at) => LINE.range(at)))),
    gutterLineClass.from(field, (all) => RangeSet.of(all.map((at) => GUTTER.range(at)))),
  ],
});

/** Lines of what is selected on the sheet. */
export const markedLines: Extension = starts;
