import { indentLess, indentMore } from '@codemirror/commands';
import { codeFolding, foldGutter, foldKeymap, foldService, indentUnit } from '@codemirror/language';
import { EditorSelection, EditorState, type Extension, type StateCommand } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { foldEnd } from './foldEnd.ts';
import { indentAfter } from './indentAfter.ts';

/** Enter: the next line begins where the tree goes on. */
const newLine: StateCommand = ({ state, dispatch }) => {
  const changes = state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    const indent = ' '.repeat(indentAfter(before, from === line.to));
    // Spaces behind the cursor would push the rest of the line in.
    const rest = state.doc.lineAt(to);
    const blanks = /^ */.exec(rest.text.slice(to - rest.from))?.[0].length ?? 0;
    return {
      changes: { from, to: to + blanks, insert: `${state.lineBreak}${indent}` },
      range: EditorSelection.cursor(from + 1 + indent.length),
    };
  });
  dispatch(state.update(changes, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};

/** Tab: one level in, for the lines selected; at a cursor within a line, the same. */
const indentation: Extension = [
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  keymap.of([
    { key: 'Enter', run: newLine, shift: newLine },
    { key: 'Tab', run: indentMore, shift: indentLess },
  ]),
];

const folding: Extension = [
  foldService.of((state, from) => {
    const first = state.doc.lineAt(from);
    const last = foldEnd(
      (line) => (line <= state.doc.lines ? state.doc.line(line).text : null),
      first.number,
    );
    return last === null ? null : { from: first.to, to: state.doc.line(last).to };
  }),
  codeFolding({ placeholderText: '…' }),
  foldGutter({ openText: '▾', closedText: '▸' }),
  keymap.of(foldKeymap),
];

/** The tree in the text: two spaces a level, folded by it. */
export const indenting: Extension = [indentation, folding];
