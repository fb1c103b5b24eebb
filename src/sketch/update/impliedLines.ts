import type { Matching } from './matchLines.ts';
import type { Said } from './Said.ts';
import type { TextNode } from './TextTree.ts';

/** Canonical lines of parts that the user's text has no line for: they come with another part's. */
export interface Implied {
  /** New canonical lines that need none in the user's text either. */
  readonly unsaid: ReadonlySet<TextNode>;
  /** The user's lines that have to say in full what they are, because a part of theirs gets a line. */
  readonly inFull: ReadonlySet<TextNode>;
}

/**
 * A host brings its first device along, a device the port above it. Where such a part has something to
 * say that the text leaves to the document (a name that was never typed), the canonical text has a line
 * for it. As long as that stays the same, the user's text goes on without.
 *
 * @param users the user's lines by the canonical ones of what the text says
 * @param moved from those to the canonical lines of what it shall say
 */
export function impliedLines(mine: Said, was: Said, users: Matching, moved: Matching): Implied {
  const owners = new Map<string, TextNode>();
  for (const node of mine.nodes) for (const id of mine.idsOf(node)) owners.set(id, node);
  const groups = new Map<TextNode, TextNode[]>();
  for (const old of was.nodes) {
    if (users.has(old)) continue;
    const owner = was
      .idsOf(old)
      .map((id) => owners.get(id))
      .find(Boolean);
    if (!owner) continue;
    const group = groups.get(owner);
    if (group) group.push(old);
    else groups.set(owner, [old]);
  }
  const unsaid = new Set<TextNode>();
  const inFull = new Set<TextNode>();
  for (const [owner, group] of groups) {
    if (group.every((old) => staysSame(old, moved))) {
      for (const old of group) {
        const next = moved.get(old);
        if (next) unsaid.add(next);
      }
    } else {
      inFull.add(owner);
    }
  }
  return { unsaid, inFull };
}

function staysSame(old: TextNode, moved: Matching): boolean {
  const next = moved.get(old);
  if (!next || next.row.text.trim() !== old.row.text.trim()) return false;
  return (old.parent ? moved.get(old.parent) : null) === next.parent;
}
