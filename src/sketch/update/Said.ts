import type { LinedId } from '../sketch.ts';
import { lineWords } from './lineWords.ts';
import { nodesOf, readTree, type TextNode, type TextTree } from './TextTree.ts';

/** A text with what its lines stand for. */
export interface Said {
  readonly tree: TextTree;
  readonly nodes: readonly TextNode[];
  /** Parts of a line; none for statements that settle something of the whole machine. */
  readonly idsOf: (node: TextNode) => readonly LinedId[];
  /** The kind or statement that the line begins with. */
  readonly headOf: (node: TextNode) => string;
}

const NOTHING: readonly LinedId[] = [];

/** @param lineOf as the text was read */
export function said(text: string, lineOf: ReadonlyMap<LinedId, number>): Said {
  const tree = readTree(text);
  const nodes = [...nodesOf(tree.top)];
  const ids = new Map<number, LinedId[]>();
  for (const [id, line] of lineOf) {
    const known = ids.get(line);
    if (known) known.push(id);
    else ids.set(line, [id]);
  }
  const heads = new Map<TextNode, string>();
  return {
    tree,
    nodes,
    idsOf: ({ line }) => ids.get(line) ?? NOTHING,
    headOf: (node) => {
      const known = heads.get(node);
      if (known !== undefined) return known;
      const head = lineWords(node.row.text)?.head ?? '';
      heads.set(node, head);
      return head;
    },
  };
}
