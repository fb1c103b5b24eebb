import type { Rect } from '../../layout/scene.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { belowParts } from './belowParts.ts';

/** Parts that others are put in line with: those as deep in the tree, of the same sort. */
export function matesOf(drawn: Drawn, parts: readonly PartId[]): readonly Rect[] {
  const { tree } = drawn;
  const [first] = parts;
  const lead = first === undefined ? undefined : tree.parts.get(first);
  if (!lead) return [];
  const own = new Set<PartId>(belowParts(drawn, parts).map(({ id }) => id));
  return (tree.levels[lead.depth] ?? []).flatMap((id) => {
    const mate = own.has(id) ? undefined : tree.parts.get(id);
    return mate?.what.kind === lead.what.kind ? [mate.rect] : [];
  });
}
