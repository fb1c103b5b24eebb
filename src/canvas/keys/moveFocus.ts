import type { PartId } from '../../store/state.ts';
import type { Part, PartTree } from './partTree.ts';

/** Where keys go, in terms of the tree. */
export type TreeMove = 'parent' | 'child' | 'previous' | 'next' | 'first' | 'last';

/** What a key means in a tree that grows in this direction; `null` for other keys. */
export function treeMove(key: string, direction: PartTree['direction']): TreeMove | null {
  const down = direction === 'down';
  switch (key) {
    case 'ArrowUp':
      return down ? 'parent' : 'previous';
    case 'ArrowDown':
      return down ? 'child' : 'next';
    case 'ArrowLeft':
      return down ? 'previous' : 'parent';
    case 'ArrowRight':
      return down ? 'next' : 'child';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
}

/**
 * Where a move leads from `at`; `at` itself where there is nothing that way. Beyond the last
 * sibling goes on with the nearest part of the same depth: a card is often alone below its port.
 */
export function moveFocus(tree: PartTree, at: PartId | null, move: TreeMove): PartId | null {
  const part = at === null ? undefined : tree.parts.get(at);
  if (!part) return tree.roots[0] ?? null;
  switch (move) {
    case 'parent':
      return part.parent ?? part.id;
    case 'child':
      return part.children[0] ?? part.id;
    case 'previous':
      return beside(tree, part, -1);
    case 'next':
      return beside(tree, part, 1);
    case 'first':
      return siblings(tree, part)[0] ?? part.id;
    case 'last':
      return siblings(tree, part).at(-1) ?? part.id;
  }
}

function siblings(tree: PartTree, { parent }: Part): readonly PartId[] {
  return parent === null ? tree.roots : (tree.parts.get(parent)?.children ?? []);
}

function beside(tree: PartTree, part: Part, step: 1 | -1): PartId {
  const own = siblings(tree, part);
  const sibling = own[own.indexOf(part.id) + step];
  if (sibling !== undefined) return sibling;
  const level = tree.levels[part.depth] ?? [];
  return level[level.indexOf(part.id) + step] ?? part.id;
}
