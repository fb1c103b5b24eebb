import type { Said } from './Said.ts';
import type { TextNode } from './TextTree.ts';

/** Which line of one text is which of another. */
export type Matching = ReadonlyMap<TextNode, TextNode>;

/** Statements of which a text has one. */
const ONCE: ReadonlySet<string> = new Set(['machine', 'origin', 'cpu', 'kernel', 'iommu', 'acs']);

/**
 * Matches the lines of two texts about the same parts: by their ids; statements by their first word
 * or by what they say.
 *
 * @param isSame the texts say the same: lines that share nothing are not the same. Else what is left
 *   over is matched by its place: a part whose name became another.
 */
export function matchLines(from: Said, to: Said, isSame: boolean): Matching {
  const matched = new Map<TextNode, TextNode>();
  const taken = new Set<TextNode>();
  const match = (a: TextNode, b: TextNode) => {
    matched.set(a, b);
    taken.add(b);
  };
  byIds(from, to, match);
  const free = (node: TextNode) => !matched.has(node) && from.idsOf(node).length === 0;
  const open = (node: TextNode) => !taken.has(node) && to.idsOf(node).length === 0;
  for (const key of [onceKey, textKey, isSame ? null : wordKey]) {
    if (key) byKey(from, to, key, free, open, match);
  }
  if (!isSame) byPlace(from, to, matched, taken, match);
  return matched;
}

type Match = (a: TextNode, b: TextNode) => void;

/** The pairs that share most first: a device's line shares its port with the line of a bare port. */
function byIds(from: Said, to: Said, match: Match): void {
  const owners = new Map<string, TextNode>();
  for (const node of to.nodes) for (const id of to.idsOf(node)) owners.set(id, node);
  const pairs: { readonly a: TextNode; readonly b: TextNode; readonly score: number }[] = [];
  for (const a of from.nodes) {
    const shared = new Map<TextNode, number>();
    for (const id of from.idsOf(a)) {
      const b = owners.get(id);
      if (b) shared.set(b, (shared.get(b) ?? 0) + 1);
    }
    for (const [b, count] of shared) {
      const isKind = from.headOf(a) === to.headOf(b);
      pairs.push({ a, b, score: count + (isKind ? 1e6 : 0) });
    }
  }
  const left = new Set<TextNode>();
  const right = new Set<TextNode>();
  for (const { a, b } of pairs.sort((one, other) => other.score - one.score)) {
    if (left.has(a) || right.has(b)) continue;
    left.add(a);
    right.add(b);
    match(a, b);
  }
}

type Key = (said: Said, node: TextNode) => string | null;

const onceKey: Key = (said, node) => {
  const head = said.headOf(node);
  return node.parent === null && ONCE.has(head) ? head : null;
};
const textKey: Key = (said, node) =>
  node.parent === null && isLoose(said.headOf(node)) ? node.row.text.trim() : null;
const wordKey: Key = (said, node) => {
  const head = said.headOf(node);
  return node.parent === null && isLoose(head) ? head : null;
};
const isLoose = (head: string) => head === 'note' || head === 'link' || head === 'orphans';

/** Those with the same key, in the order of the texts. */
function byKey(
  from: Said,
  to: Said,
  key: Key,
  free: (node: TextNode) => boolean,
  open: (node: TextNode) => boolean,
  match: Match,
): void {
  const waiting = new Map<string, TextNode[]>();
  for (const node of to.nodes) {
    const word = open(node) ? key(to, node) : null;
    if (word === null) continue;
    const known = waiting.get(word);
    if (known) known.push(node);
    else waiting.set(word, [node]);
  }
  for (const node of from.nodes) {
    const word = free(node) ? key(from, node) : null;
    const other = word === null ? undefined : waiting.get(word)?.shift();
    if (other) match(node, other);
  }
}

/** From above: what is left below two lines that are the same, kind by kind and in order. */
function byPlace(
  from: Said,
  to: Said,
  matched: Matching,
  taken: ReadonlySet<TextNode>,
  match: Match,
): void {
  const below = (ours: readonly TextNode[], theirs: readonly TextNode[]) => {
    const free = theirs.filter((node) => !taken.has(node));
    for (const node of ours) {
      if (matched.has(node)) continue;
      const place = free.findIndex((other) => to.headOf(other) === from.headOf(node));
      const [other] = place === -1 ? [] : free.splice(place, 1);
      if (other) match(node, other);
    }
    for (const node of ours) {
      const other = matched.get(node);
      if (other) below(node.children, other.children);
    }
  };
  below(from.tree.top, to.tree.top);
}
