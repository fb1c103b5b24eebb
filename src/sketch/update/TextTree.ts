import { lexLine } from '../lexLine.ts';

/** A line as it stands, and how it ends. */
export interface Row {
  text: string;
  /** What ends it: '', '\n' or '\r\n'. */
  end: string;
}

/** A line that says something, with the lines indented below it. Changed in place while a text is updated. */
export interface TextNode {
  readonly row: Row;
  /** Columns before its first word. */
  indent: number;
  /** From 1, in the text that was read; 0 for a line that is new. */
  readonly line: number;
  /** Blank lines and comments above it. */
  before: Row[];
  parent: TextNode | null;
  readonly children: TextNode[];
}

/** A text as the tree of its lines. Printed without changes it is the same, byte for byte. */
export interface TextTree {
  readonly top: TextNode[];
  /** Blank lines and comments at the end. */
  readonly tail: Row[];
  /** How lines of this text end. */
  readonly end: string;
  readonly hasFinalEnd: boolean;
}

/** Takes a text apart: depth by indentation, comments to the line they stand above. */
export function readTree(text: string): TextTree {
  const top: TextNode[] = [];
  const open: TextNode[] = [];
  let above: Row[] = [];
  let line = 0;
  for (const [whole, words = '', end = ''] of text.matchAll(/([^\n]*?)(\r?\n|$)/g)) {
    if (whole === '') continue;
    line++;
    const row: Row = { text: words, end };
    const lexed = lexLine(words);
    if (lexed.words.length === 0) {
      above.push(row);
      continue;
    }
    const { indent } = lexed;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1) ?? null;
    const node: TextNode = { row, indent, line, before: above, parent, children: [] };
    above = [];
    (parent?.children ?? top).push(node);
    open.push(node);
  }
  const returns = text.match(/\r\n/g)?.length ?? 0;
  const ends = text.match(/\n/g)?.length ?? 0;
  return {
    top,
    tail: above,
    end: returns * 2 > ends ? '\r\n' : '\n',
    hasFinalEnd: text === '' || text.endsWith('\n'),
  };
}

/** Every node before those below it, in the order of the text. */
export function* nodesOf(nodes: readonly TextNode[]): Generator<TextNode> {
  for (const node of nodes) {
    yield node;
    yield* nodesOf(node.children);
  }
}

/** The text again. A line that had no end because it was the last gets one, and the new last loses it. */
export function printTree({ top, tail, end, hasFinalEnd }: TextTree): string {
  const rows: Row[] = [];
  for (const node of nodesOf(top)) rows.push(...node.before, node.row);
  rows.push(...tail);
  const text = rows.map((row) => row.text + (row.end === '' ? end : row.end)).join('');
  return hasFinalEnd ? text : text.replace(/(?:\r?\n)+$/, '');
}
