import type { LineKind } from '../attribute.ts';
import type { Word } from '../lexLine.ts';
import type { Suggestion, Suggestions } from '../sketch.ts';
import type { StatementRow } from '../statements.ts';
import type { SketchName } from './namesIn.ts';
import { suggestAttributes, suggestValues } from './suggestAttributes.ts';
import { suggestModels } from './suggestModels.ts';

interface Spot {
  readonly read: { readonly words: readonly Word[] };
  readonly word: Word | null;
  readonly before: readonly Word[];
  readonly column: number;
}

const TAKES_ATTRIBUTES: ReadonlySet<string> = new Set(['slot', 'link', 'flow', 'group']);
const ARROWS = ['->', '<-', '<->'];
const isArrow = (word: string) => ARROWS.includes(word) || word === '--';

/** What goes on in a line that begins with a statement's word. */
export function suggestInStatement(
  statement: StatementRow,
  spot: Spot,
  names: readonly SketchName[],
): Suggestions | null {
  const { read, word, before, column } = spot;
  const kind = TAKES_ATTRIBUTES.has(statement.word) ? (statement.word as LineKind) : null;
  if (kind && word && word.equals !== null && column > word.equals) {
    return suggestValues(kind, word, column, () => names);
  }
  if (word?.isQuoted && statement.word !== 'slot') return null;
  const others = read.words.filter((each) => each !== word);
  const isPipeline = others.some(({ text }) => text.startsWith('nvmeof('));
  const attributes = (kind ? suggestAttributes(kind, others) : []).filter(
    ({ label }) => isPipeline || label !== 'through=',
  );
  const options = [...wordsOf(statement, before, others, names), ...attributes];
  return { from: word?.from ?? column, to: word?.to ?? column, options };
}

function wordsOf(
  statement: StatementRow,
  before: readonly Word[],
  others: readonly Word[],
  names: readonly SketchName[],
): readonly Suggestion[] {
  const said = new Set(others.map(({ value }) => value));
  const values = statement.values.filter((value) => !said.has(value)).map(value(statement.help));
  const last = before.at(-1);
  switch (statement.word) {
    case 'flow':
    case 'group': {
      if (!last || before.length === 1) return [];
      const wantsEnd = last.isName || isArrow(last.value) || last.value === 'by';
      const collectives = ['all(', 'incast(', 'sequence(', 'nvmeof('].map(operator);
      const isGroup = statement.word === 'group';
      if (wantsEnd) {
        return [...ends(names), ...(last.isName && isGroup ? collectives : [])];
      }
      const hasArrow = before.some(({ value: each }) => isArrow(each));
      const arrows = isGroup ? ['->'] : hasArrow ? [] : ARROWS;
      return [...(hasArrow || isGroup ? values : []), ...arrows.map(operator)];
    }
    case 'link': {
      if (before.length === 1) return values;
      const wantsEnd = before.length === 2 || last?.value === '--';
      return wantsEnd ? parts(names) : said.has('--') ? [] : [operator('--')];
    }
    case 'list':
      if (before.length === 1) return [];
      return last?.value === 'on'
        ? parts(names)
        : [...values, ...(said.has('on') ? parts(names) : [])];
    case 'note':
      if (before.length === 1) return [...values, ...parts(names)];
      return before.length === 2 && last?.text === 'above' ? parts(names) : [];
    case 'slot':
      return before.length === 2 ? suggestModels('slot') : [];
    default:
      return values;
  }
}

function value(help: string): (text: string) => Suggestion {
  return (text) => ({ label: text, insert: text, kind: 'value', detail: '', info: help });
}

function operator(text: string): Suggestion {
  return { label: text, insert: text, kind: 'operator', detail: '', info: MEANING[text] ?? '' };
}

const MEANING: Readonly<Record<string, string>> = {
  '->': 'Writes: the first stores into memory of the second.',
  '<-': 'Reads: the first fetches from the second.',
  '<->': 'One each way.',
  '--': 'Joins the two.',
  'all(': 'Each to each of those in the brackets.',
  'incast(': 'All others to the first.',
  'sequence(': 'One after the other.',
  'nvmeof(': "An NVMe-oF target's pipeline: the NIC, then its drives.",
};

const NO_PARTS: ReadonlySet<string> = new Set(['slot', 'flow', 'group', 'list']);
const NO_ENDS: ReadonlySet<string> = new Set([...NO_PARTS, 'socket', 'host', 'port', 'switch']);

/** Anything with a name. */
function parts(names: readonly SketchName[]): readonly Suggestion[] {
  return names.filter(({ kind }) => !NO_PARTS.has(kind)).map(nameSuggestion);
}

/** What can be the end of a flow: devices, and the memories of the sockets. */
function ends(names: readonly SketchName[]): readonly Suggestion[] {
  const sockets = names.filter(({ kind }) => kind === 'socket').length;
  const memories = Array.from({ length: Math.max(1, sockets) }, (_, place): Suggestion => {
    const ram = `ram${place}`;
    return { label: ram, insert: ram, kind: 'name', detail: 'memory of a socket', info: '' };
  });
  const devices = names.filter(({ kind }) => !NO_ENDS.has(kind));
  return [...devices.map(nameSuggestion), ...memories];
}

function nameSuggestion({ word, kind }: SketchName): Suggestion {
  return { label: word, insert: word, kind: 'name', detail: kind, info: '' };
}
