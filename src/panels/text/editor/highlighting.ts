import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { highlightLine } from '../../../sketch/highlightLine.ts';
import type { TokenKind } from '../../../sketch/sketch.ts';

const MARKS = new Map<TokenKind, Decoration>();

function markOf(kind: TokenKind): Decoration {
  const known = MARKS.get(kind);
  if (known) return known;
  const mark = Decoration.mark({ class: `word-${kind}` });
  MARKS.set(kind, mark);
  return mark;
}

/** What is in sight only: a line can be told apart without the lines around it. */
function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      for (const token of highlightLine(line.text)) {
        if (token.to === token.from) continue;
        builder.add(line.from + token.from, line.from + token.to, markOf(token.kind));
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** Words of the text by what they are. */
export const highlighting: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
