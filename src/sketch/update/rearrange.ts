import { longestRising } from './longestRising.ts';
import type { Matching } from './matchLines.ts';
import type { Said } from './Said.ts';
import { nodesOf, type Row, type TextNode, type TextTree } from './TextTree.ts';

/** Columns of a level. */
const LEVEL = 2;

/**
 * Gives the tree of the user's text the shape of the new one: lines of parts that are gone are taken
 * out, moved ones go with all below them and the comments right above them, new ones are put in.
 *
 * @param mine the user's lines by those of the canonical text that says the same
 * @param moved from the canonical lines of what the text says to those of what it shall say
 * @param unsaid new canonical lines that the user's text does without
 */
export function rearrange(
  tree: TextTree,
  was: Said,
  now: Said,
  mine: Matching,
  moved: Matching,
  unsaid: ReadonlySet<TextNode>,
): void {
  const spoken = (nodes: readonly TextNode[]): readonly TextNode[] =>
    nodes.flatMap((node) => (unsaid.has(node) ? spoken(node.children) : [node]));
  /** The user's lines by the new canonical ones; grows with every line put in. */
  const lines = new Map<TextNode, TextNode>();
  const oldPlace = new Map(was.nodes.map((node, place) => [node, place]));
  const places = new Map<TextNode, number>();
  for (const [old, next] of moved) {
    const line = mine.get(old);
    if (line) lines.set(next, line);
    places.set(next, oldPlace.get(old) ?? 0);
  }
  const gone = was.nodes.flatMap((old) => (moved.has(old) ? [] : (mine.get(old) ?? [])));
  const goes = new Set(gone);
  const known = new Set(lines.values());
  /** What a line hangs below in the end; `undefined`: below one that goes. */
  const above = (line: TextNode): TextNode | null | undefined => {
    let parent = line.parent;
    while (parent && !known.has(parent)) {
      if (goes.has(parent)) return undefined;
      parent = parent.parent;
    }
    return parent;
  };
  const arrange = (theirs: readonly TextNode[], over: TextNode | null) => {
    const parent = over ? (lines.get(over) ?? null) : null;
    const stays = staying(theirs, lines, places, (line) => above(line) === parent);
    let last: TextNode | null = null;
    for (const next of theirs) {
      let line = lines.get(next);
      if (!line) {
        line = newNode(next, parent, tree);
        lines.set(next, line);
        known.add(line);
        insert(tree, line, parent, last, next.before);
      } else if (!stays.has(next)) {
        takeOut(tree, line, true);
        insert(tree, line, parent, last, []);
      }
      last = line;
    }
    for (const next of theirs) arrange(spoken(next.children), next);
  };
  arrange(spoken(now.tree.top), null);
  // From below, so that the comments above each of them stay.
  for (const line of gone.reverse()) if (isIn(tree, line)) takeOut(tree, line, false);
}

/** Those that may stay where they are: below the right line, and in their old order. */
function staying(
  theirs: readonly TextNode[],
  lines: ReadonlyMap<TextNode, TextNode>,
  places: ReadonlyMap<TextNode, number>,
  isBelow: (line: TextNode) => boolean,
): ReadonlySet<TextNode> {
  const candidates = theirs.filter((next) => {
    const line = lines.get(next);
    return line !== undefined && isBelow(line);
  });
  const order = longestRising(candidates.map((next) => places.get(next) ?? 0));
  return new Set(order.flatMap((place) => candidates[place] ?? []));
}

function newNode(next: TextNode, parent: TextNode | null, tree: TextTree): TextNode {
  const indent = childIndent(parent);
  const text = `${' '.repeat(indent)}${next.row.text.trim()}`;
  return { row: { text, end: tree.end }, indent, line: 0, before: [], parent: null, children: [] };
}

function childIndent(parent: TextNode | null): number {
  if (!parent) return 0;
  return parent.children[0]?.indent ?? parent.indent + LEVEL;
}

const siblingsIn = (tree: TextTree, parent: TextNode | null) => parent?.children ?? tree.top;

function isIn(tree: TextTree, line: TextNode): boolean {
  let node = line;
  while (node.parent) {
    if (!node.parent.children.includes(node)) return false;
    node = node.parent;
  }
  return tree.top.includes(node);
}

/** @param last the line after which it comes, as deep as it or deeper; `null`: it is the first */
function insert(
  tree: TextTree,
  line: TextNode,
  parent: TextNode | null,
  last: TextNode | null,
  canonicalBefore: readonly Row[],
): void {
  const siblings = siblingsIn(tree, parent);
  let beside = last;
  while (beside && beside.parent !== parent) beside = beside.parent;
  const place = beside ? siblings.indexOf(beside) + 1 : 0;
  const indent = childIndent(parent);
  shift(line, indent - line.indent);
  siblings.splice(place, 0, line);
  line.parent = parent;
  if (parent !== null) return;
  const follower = siblings[place + 1];
  if (place === 0 && follower) {
    // What stands at the head of the text stays there.
    const blank = follower.before.findLastIndex(({ text }) => text.trim() === '');
    line.before.unshift(...follower.before.splice(0, blank + 1));
  }
  const isApart = canonicalBefore.some(({ text }) => text.trim() === '');
  if (isApart && place > 0 && line.before.length === 0) {
    line.before.push({ text: '', end: tree.end });
  }
}

/** Comments right above go along with a line that moves; of one that is gone they stay. */
function takeOut(tree: TextTree, line: TextNode, isMoving: boolean): void {
  const siblings = siblingsIn(tree, line.parent);
  const follower = followerOf(tree, line);
  siblings.splice(siblings.indexOf(line), 1);
  let stays = line.before.length;
  if (isMoving) {
    const isOwn = ({ text }: Row) => /^\s*#/.test(text) && text.search(/\S/) === line.indent;
    while (stays > 0 && isOwn(line.before[stays - 1] ?? { text: '', end: '' })) stays--;
  }
  const left = line.before.splice(0, stays);
  if (!isMoving) {
    // Lines below it that say nothing yet go with it; what is written about them stays.
    for (const node of nodesOf(line.children)) left.push(...node.before);
  }
  (follower?.before ?? tree.tail).unshift(...left);
}

/** The first line after it and all below it. */
function followerOf(tree: TextTree, line: TextNode): TextNode | null {
  let node: TextNode | null = line;
  while (node) {
    const siblings = siblingsIn(tree, node.parent);
    const next = siblings[siblings.indexOf(node) + 1];
    if (next) return next;
    node = node.parent;
  }
  return null;
}

/** Moves a line in or out with everything below it. */
function shift(line: TextNode, by: number): void {
  if (by === 0) return;
  line.indent += by;
  for (const row of [...line.before, line.row]) {
    if (row.text.trim() === '') continue;
    const spaces = /^ */.exec(row.text)?.[0].length ?? 0;
    row.text = `${' '.repeat(Math.max(0, spaces + by))}${row.text.slice(spaces)}`;
  }
  for (const child of line.children) shift(child, by);
}
