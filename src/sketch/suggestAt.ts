import { type Above, kindRow, NODE_KINDS, type NodeKind } from './kinds.ts';
import { lexLine, type SketchLine, type Word } from './lexLine.ts';
import type { Suggestion, Suggestions } from './sketch.ts';
import { statementRow } from './statements.ts';
import { namesIn } from './suggest/namesIn.ts';
import { suggestAttributes, suggestValues } from './suggest/suggestAttributes.ts';
import { suggestInStatement } from './suggest/suggestInStatement.ts';
import { suggestKinds, suggestStatements } from './suggest/suggestKinds.ts';
import { suggestModels } from './suggest/suggestModels.ts';

/**
 * What could stand at a place of a text: parts that may be plugged in there, models of the
 * catalogue, attributes that the line does not have, their values, names of the text. Everything that
 * fits, whatever is typed of it so far: who shows it narrows it down.
 *
 * @param offset in characters; `from` and `to` of the answer are, too
 */
export function suggestAt(text: string, offset: number): Suggestions {
  const start = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? text.length : end);
  const column = offset - start;
  const read = lexLine(line);
  const nothing: Suggestions = { from: offset, to: offset, options: [] };
  if (read.comment && column > read.comment.from) return nothing;
  const place = read.words.findIndex(({ from, to }) => from < column && column <= to);
  const word = read.words[place] ?? null;
  const before = read.words.filter(({ to }) => to < column || (word === null && to <= column));
  const found = optionsAt(text, start, { read, word, before, column });
  if (!found) return nothing;
  return { from: start + found.from, to: start + found.to, options: found.options };
}

interface Spot {
  readonly read: SketchLine;
  /** The one that the place is in or right behind. */
  readonly word: Word | null;
  readonly before: readonly Word[];
  readonly column: number;
}

function optionsAt(text: string, start: number, spot: Spot): Suggestions | null {
  const { read, word, before, column } = spot;
  const here = { from: word?.from ?? column, to: word?.to ?? column };
  const [first] = before;
  const indent = first ? read.indent : (word?.from ?? column);
  if (!first) {
    if (word?.isName || word?.isQuoted) return null;
    const above = aboveAt(text, start, indent);
    const kinds = suggestKinds(above, namesIn(text));
    return { ...here, options: [...kinds, ...(indent === 0 ? suggestStatements() : [])] };
  }
  const statement = first.isName || first.isQuoted ? undefined : statementRow(first.value);
  if (statement) return suggestInStatement(statement, spot, namesIn(text));
  const head = first.isName ? before[1] : first;
  if (!head) {
    if (word?.isQuoted) return null;
    const above = aboveAt(text, start, indent);
    return { ...here, options: suggestKinds(above, null) };
  }
  const kind = kindRow(head.value)?.kind;
  return kind === undefined ? null : inNode(text, kind, first.isName, spot);
}

function inNode(text: string, kind: NodeKind, isNamed: boolean, spot: Spot): Suggestions | null {
  const { read, word, before, column } = spot;
  const here = { from: word?.from ?? column, to: word?.to ?? column };
  if (word && word.equals !== null && column > word.equals) {
    return suggestValues(kind, word, column, () => namesIn(text));
  }
  const row = kindRow(kind);
  const behind = before.slice(isNamed ? 2 : 1);
  const plain = behind.filter(({ equals, text: said }) => equals === null && !isSuffix(said));
  // `host NAME PLATFORM`: the name comes first, unless the line has one.
  const modelAt = row?.takes === 'host' && !isNamed ? 1 : 0;
  const isModelDue =
    row?.models != null &&
    (row.takes === 'host' || row.takes === 'model') &&
    plain.length === modelAt;
  const isNameDue = row?.takes === 'host' && !isNamed && plain.length === 0;
  if (isNameDue && behind.length === 0) return null;
  const models = isModelDue && row?.models ? suggestModels(row.models) : [];
  if (word?.isQuoted && !isModelDue) return null;
  const others = read.words.filter((each) => each !== word);
  const options: readonly Suggestion[] = [...models, ...suggestAttributes(kind, others)];
  return { ...here, options };
}

const isSuffix = (word: string) => /^(?:gen|x)[\d?]/i.test(word);

const KIND = new RegExp(`^(?:${NODE_KINDS.join('|')})$`);

/** Where the line of a place begins. (A search from -1 would look at the first character.) */
function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The line that one of this depth would hang below. */
function aboveAt(text: string, start: number, indent: number): Above {
  if (indent === 0) return 'top';
  let end = start - 1;
  while (end >= 0) {
    const from = lineStart(text, end);
    const { indent: depth, words } = lexLine(text.slice(from, end));
    const [first, second] = words;
    if (first && depth < indent) {
      const head = first.isName ? second : first;
      return head && KIND.test(head.value) ? (head.value as NodeKind) : 'top';
    }
    end = from - 1;
  }
  return 'top';
}
