import { useCallback, useMemo, useState } from 'react';
import type { PartId } from '../../store/state.ts';
import type { MachineTree } from '../tree/machineTree.ts';
import { ancestors } from '../tree/waysThrough.ts';
import { foldedAtFirst } from './outlineRows.ts';

export interface FoldingState {
  readonly isExpanded: (id: PartId) => boolean;
  readonly unfold: (ids: readonly PartId[]) => void;
  readonly fold: (id: PartId) => void;
}

/**
 * What is folded away. It follows the focus: a part that was selected elsewhere comes in sight,
 * once; it can be folded away again.
 */
export function useFolding(tree: MachineTree, focus: PartId | null): FoldingState {
  const [folded, setFolded] = useState<ReadonlySet<PartId>>(() => foldedAtFirst(tree));
  const [followed, setFollowed] = useState<PartId | null>(null);
  if (focus !== followed) {
    setFollowed(focus);
    const above = focus === null ? [] : ancestors(tree, focus);
    if (above.some((id) => folded.has(id))) setFolded(without(folded, above));
  }
  const isExpanded = useCallback((id: PartId) => !folded.has(id), [folded]);
  const unfold = useCallback(
    (ids: readonly PartId[]) => setFolded((before) => without(before, ids)),
    [],
  );
  const fold = useCallback((id: PartId) => setFolded((before) => new Set(before).add(id)), []);
  return useMemo(() => ({ isExpanded, unfold, fold }), [isExpanded, unfold, fold]);
}

function without(folded: ReadonlySet<PartId>, ids: readonly PartId[]): ReadonlySet<PartId> {
  const after = new Set(folded);
  for (const id of ids) after.delete(id);
  return after;
}
