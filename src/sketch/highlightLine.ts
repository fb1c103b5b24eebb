import { kindRow } from './kinds.ts';
import { lexLine, type Word } from './lexLine.ts';
import type { Token, TokenKind } from './sketch.ts';
import { statementRow } from './statements.ts';

const ARROW = /^(?:->|<-|<->|--)$/;
/** Words of the grammar within a flow, group or list. */
const WITHIN =
  /^(?:write|read|copy|by|on|ram|x|scattered|fs-dax|device-dax|highmem|all|incast|sequence|ring|nvmeof)\b/;
const SUFFIX = /^(?:gen\d|x\d+$)/;
const NUMBER = /^\d+$/;

/**
 * One line in its pieces, by what they look like: a single line decides, so that colours are there
 * before the text is read. In order, without overlaps; offsets are columns.
 */
export function highlightLine(text: string): readonly Token[] {
  const { words, comment } = lexLine(text);
  const tokens: Token[] = [];
  const add = ({ from, to }: { readonly from: number; readonly to: number }, kind: TokenKind) => {
    if (to > from) tokens.push({ from, to, kind });
  };
  const [first, second] = words;
  const statement = first && !first.isQuoted ? statementRow(first.value) : undefined;
  if (first && statement && !first.isName) {
    add(first, 'keyword');
    for (const word of words.slice(1)) addWord(word, statementWord(word), add);
  } else if (first) {
    const head = first.isName ? second : first;
    if (first.isName) add(first, 'name');
    const row = head && !head.isQuoted ? kindRow(head.value) : undefined;
    if (head) add(head, row ? 'kind' : 'mistake');
    let isModelDue = row !== undefined && row.takes !== 'nothing';
    // `host NAME PLATFORM`: the one node whose name comes behind its kind.
    let isNameDue = row?.takes === 'host' && !first.isName;
    for (const word of words.slice(first.isName ? 2 : 1)) {
      const isAttribute = word.equals !== null || (!word.isQuoted && SUFFIX.test(word.value));
      if (isNameDue && !isAttribute) {
        add(word, 'name');
        isNameDue = false;
        continue;
      }
      if (isAttribute || !isModelDue) addWord(word, word.isQuoted ? 'text' : 'attribute', add);
      else addWord(word, NUMBER.test(word.value) ? 'value' : 'model', add);
      if (!isAttribute) isModelDue = false;
    }
  }
  if (comment) add(comment, 'comment');
  return tokens;
}

function statementWord(word: Word): TokenKind {
  if (word.isName) return 'name';
  if (word.isQuoted) return 'text';
  if (ARROW.test(word.value)) return 'operator';
  return WITHIN.test(word.value) ? 'keyword' : 'value';
}

/** A word as a whole, or the two halves of `name=value`. */
function addWord(
  word: Word,
  kind: TokenKind,
  add: (place: { readonly from: number; readonly to: number }, kind: TokenKind) => void,
): void {
  if (word.isOpen) {
    add(word, 'mistake');
  } else if (word.equals === null) {
    add(word, kind === 'attribute' && SUFFIX.test(word.value) ? 'value' : kind);
  } else {
    add({ from: word.from, to: word.equals + 1 }, 'attribute');
    add({ from: word.equals + 1, to: word.to }, 'value');
  }
}
