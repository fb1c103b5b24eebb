import { useEffect, useMemo } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { usePointedGroup } from '../../parts/pointedGroup.ts';
import { usePointedParts } from '../../parts/pointedParts.ts';
import { useFetched } from '../../parts/useFetched.ts';
import { whenIdle } from '../../parts/whenIdle.ts';
import { usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import type { ShownHull } from './shownHulls.ts';

const outlining = fetchedOnce(() => import('./shownHulls.ts'));
const NONE: readonly ShownHull[] = [];

export interface Hulls {
  readonly hulls: readonly ShownHull[];
  /** They answer an earlier state of the document. */
  readonly isStale: boolean;
}

/** The outlines to be drawn just now. They are made when somebody looks, and what makes them comes by then. */
export function useHulls(scene: Scene): Hulls {
  const { isolated, revision } = usePeerlaneShallow(({ isolated, document }) => ({
    isolated,
    revision: document?.revision,
  }));
  const hasHulls = usePeerlane((state) => state.view.hasGroupHulls);
  const pointed = usePointedGroup();
  const parts = usePointedParts();
  const groups = isolated?.groups;
  const isStale = isolated?.revision !== revision;
  useEffect(() => whenIdle(outlining.ask), []);
  const fetched = useFetched(outlining, hasHulls || pointed !== null || parts.length > 0);
  const outline = fetched.kind === 'there' ? fetched.part : null;
  const several = useMemo(
    () => (hasHulls && groups ? (outline?.severalHulls(scene, groups) ?? []) : []),
    [outline, hasHulls, scene, groups],
  );
  const one = useMemo(() => {
    if (!outline) return [];
    if (parts.length > 0) return outline.partHulls(scene, parts);
    return pointed !== null && groups ? outline.oneHull(scene, groups, pointed) : [];
  }, [outline, pointed, parts, scene, groups]);
  return useMemo(
    () => ({ hulls: outline?.shownHulls(several, one) ?? NONE, isStale }),
    [outline, several, one, isStale],
  );
}
