import { useMemo } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { usePointedGroup } from '../../parts/pointedGroup.ts';
import { usePointedParts } from '../../parts/pointedParts.ts';
import { usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import { oneHull, partHulls, type ShownHull, severalHulls, shownHulls } from './shownHulls.ts';

export interface Hulls {
  readonly hulls: readonly ShownHull[];
  /** They answer an earlier state of the document. */
  readonly isStale: boolean;
}

/** The outlines to be drawn just now. They are made when somebody looks, not before. */
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
  const several = useMemo(
    () => (hasHulls && groups ? severalHulls(scene, groups) : []),
    [hasHulls, scene, groups],
  );
  const one = useMemo(() => {
    if (parts.length > 0) return partHulls(scene, parts);
    return pointed !== null && groups ? oneHull(scene, groups, pointed) : [];
  }, [pointed, parts, scene, groups]);
  return useMemo(() => ({ hulls: shownHulls(several, one), isStale }), [several, one, isStale]);
}
