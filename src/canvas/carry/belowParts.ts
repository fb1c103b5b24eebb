import type { PartId } from '../../store/state.ts';
import type { Part } from '../keys/partTree.ts';
import type { Drawn } from '../state/drawn.ts';

/** Parts with all that hangs below them, as they are drawn; not more than `most`. */
export function belowParts(
  { tree }: Drawn,
  roots: readonly PartId[],
  most = Number.POSITIVE_INFINITY,
): readonly Part[] {
  const found: Part[] = [];
  const rest = roots.toReversed();
  for (let id = rest.pop(); id !== undefined && found.length < most; id = rest.pop()) {
    const part = tree.parts.get(id);
    if (!part) continue;
    found.push(part);
    rest.push(...part.children.toReversed());
  }
  return found;
}
