import { type Above, KINDS, type KindRow, kindRow, kindWithArticle } from '../kinds.ts';
import { lexLine, type SketchLine, type Word } from '../lexLine.ts';
import { STATEMENTS, statementRow } from '../statements.ts';
import type { ProblemList, Stretch } from './ProblemList.ts';

/** A line of the tree with the lines below it. */
export interface NodeLine {
  /** From 1. */
  readonly line: number;
  readonly row: KindRow;
  /** The word before the kind that names the part. */
  readonly name: Word | null;
  readonly kind: Word;
  /** Words after the kind. */
  readonly words: readonly Word[];
  readonly below: NodeLine[];
}

/** A line that is no part of the tree. */
export interface StatementLine {
  readonly line: number;
  readonly word: string;
  /** Where that word stands. */
  readonly at: Stretch;
  readonly words: readonly Word[];
}

export interface SketchLines {
  readonly nodes: readonly NodeLine[];
  readonly statements: readonly StatementLine[];
}

interface Open {
  readonly indent: number;
  /** `null`: the line could not be read, and nothing below it is. */
  readonly node: NodeLine | null;
}

const LEVEL = 2;
/** Levels of the tree: more than a domain has buses. */
export const DEEPEST = 300;

/** Takes the text apart into the tree of its lines. What is wrong with a line leaves it out. */
export function readLines(lines: readonly string[], problems: ProblemList): SketchLines {
  const nodes: NodeLine[] = [];
  const statements: StatementLine[] = [];
  const open: Open[] = [];
  for (let index = 0; index < lines.length; index++) {
    const lexed = lexLine(lines[index] ?? '');
    const [first] = lexed.words;
    if (!first) continue;
    const line = index + 1;
    checkQuotes(line, lexed, problems);
    const indent = indentOf(line, lexed, (open.at(-1)?.indent ?? -LEVEL) + LEVEL, problems);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const above = open.at(-1);
    if (!first.isName && !first.isQuoted && statementRow(first.text)) {
      if (indent > 0) {
        problems.error(line, { from: 0, to: first.from }, `${first.text} is not indented.`, {
          hint: 'Begin the line with it; it is no part of the tree.',
        });
      }
      statements.push({ line, word: first.text, at: first, words: lexed.words.slice(1) });
      // Lines below a statement belong nowhere.
      open.length = 0;
      open.push({ indent, node: null });
      if (indent === 0) open.pop();
      continue;
    }
    if (above && above.node === null) {
      open.push({ indent, node: null });
      continue;
    }
    const node =
      open.length > DEEPEST
        ? tooDeep(line, indent, problems)
        : nodeOf(line, lexed, above?.node ?? null, problems);
    if (node && above?.node && indent > above.indent + LEVEL) {
      problems.error(line, { from: 0, to: indent }, 'This line is indented too far.', {
        hint: `A level is two spaces: here ${above.indent + LEVEL}.`,
      });
    }
    if (node && !above && indent > 0) {
      problems.error(line, { from: 0, to: indent }, 'Nothing stands above this line.', {
        hint: 'Begin it at the left.',
      });
    }
    open.push({ indent, node });
    if (node) (above?.node ? above.node.below : nodes).push(node);
  }
  return { nodes, statements };
}

function tooDeep(line: number, indent: number, problems: ProblemList): null {
  problems.error(line, { from: 0, to: indent }, `There are more than ${DEEPEST} levels here.`, {
    hint: 'A domain has 256 buses; no machine is deeper.',
  });
  return null;
}

function checkQuotes(line: number, { words }: SketchLine, problems: ProblemList): void {
  const last = words.at(-1);
  if (!last?.isOpen) return;
  problems.error(line, last, 'The quote is not closed on this line.', {
    instead: `${last.text}"`,
    hint: 'Put a " where the text ends.',
  });
  problems.silence(line);
}

/** @param deepest the most that a line may be indented here */
function indentOf(
  line: number,
  { indent, tab }: SketchLine,
  deepest: number,
  problems: ProblemList,
): number {
  if (tab !== null) {
    problems.error(line, { from: tab, to: tab + 1 }, 'A tab cannot indent a line.', {
      instead: ' '.repeat(LEVEL),
      hint: 'A level is two spaces.',
    });
  } else if (indent % LEVEL !== 0) {
    const meant = indent < deepest ? indent + 1 : indent - 1;
    problems.error(line, { from: 0, to: indent }, `${indent} spaces are not a whole level.`, {
      instead: ' '.repeat(meant),
      hint: 'A level is two spaces.',
    });
    return meant;
  }
  return indent;
}

function nodeOf(
  line: number,
  { words, indent }: SketchLine,
  above: NodeLine | null,
  problems: ProblemList,
): NodeLine | null {
  const name = words[0]?.isName ? words[0] : null;
  const kind = words[name ? 1 : 0];
  if (!kind) {
    const at = name ?? { from: 0, to: 0 };
    const hint = `After a name stands a kind such as ${above ? 'gpu or switch' : 'host'}.`;
    problems.error(line, at, 'This line names a part and does not say what it is.', { hint });
    return null;
  }
  const row = kind.isQuoted ? undefined : kindRow(kind.text);
  if (!row) {
    const what = name || above ? 'kind of part' : 'statement or kind of part';
    const words = name || above ? KIND_WORDS : ALL_WORDS;
    problems.notOneOf(line, kind, `${show(kind.text)} is no ${what}.`, kind.text, words);
    return null;
  }
  const place: Above = above ? above.row.kind : 'top';
  if (!row.below.includes(place)) {
    problems.error(line, kind, cannotStand(row, place), { hint: whereInstead(row, above) });
    return null;
  }
  const rest = withoutLowerLine(line, words.slice(name ? 2 : 1), row, indent, problems);
  return { line, row, name, kind, words: rest, below: [] };
}

function cannotStand({ kind }: KindRow, place: Above): string {
  const what = kindWithArticle(kind);
  const above = kindWithArticle(place);
  const here = place === 'top' ? 'stand by itself' : `stand below ${above}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} cannot ${here}.`;
}

/** Where a line might stand: below the one before it, if it may, else wherever its kind may. */
function whereInstead(row: KindRow, above: NodeLine | null): string {
  const before = above?.below.at(-1);
  if (before && row.below.includes(before.row.kind)) {
    const called = before.name?.value ?? `the ${before.row.kind} on line ${before.line}`;
    return `Indent it below ${called}.`;
  }
  const kinds = row.below.filter((each) => each !== 'top');
  const places = row.below.includes('top') ? ['at the left'] : [];
  if (kinds.length > 0) places.push(`below ${listed(kinds)}`);
  return `It stands ${places.join(', or ')}.`;
}

/** `nic mlx5 vf 64`: what has a line of its own below is told and taken out. */
function withoutLowerLine(
  line: number,
  words: readonly Word[],
  row: KindRow,
  indent: number,
  problems: ProblemList,
): readonly Word[] {
  const at = words.findIndex(({ text }, index) => {
    const isLower = text === 'vf' || text === 'fn';
    return isLower && kindRow(text)?.below.includes(row.kind) && isNumber(words[index + 1]);
  });
  const [kind, number] = [words[at], words[at + 1]];
  if (at < 0 || !kind || !number) return words;
  const text = `${kind.text} ${number.text}`;
  problems.error(
    line,
    { from: kind.from, to: words.at(-1)?.to ?? number.to },
    `"${text}" stands on a line of its own below the ${row.kind}.`,
    {
      instead: `\n${' '.repeat(indent + LEVEL)}${words
        .slice(at)
        .map((word) => word.text)
        .join(' ')}`,
      hint: 'Begin a new line with it, two spaces further in.',
    },
  );
  return words.slice(0, at);
}

const isNumber = (word: Word | undefined) => word !== undefined && /^\d+$/.test(word.text);

const KIND_WORDS = KINDS.map(({ kind }) => kind);
const ALL_WORDS = [...KIND_WORDS, ...STATEMENTS.map(({ word }) => word)];

const LONGEST_SHOWN = 40;

/** A word in a message. */
export function show(text: string): string {
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return short.startsWith('"') ? short : `"${short}"`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
