import type { IommuGroups } from '../../engine/report.ts';
import {
  type DrawnGroup,
  type GroupHull,
  groupHulls,
  type HullPiece,
} from '../../layout/groupHulls.ts';
import type { Scene } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import { NO_GROUP } from './hullLabel.ts';

/** A group on the sheet. */
export interface ShownHull {
  readonly group: number;
  readonly pieces: readonly HullPiece[];
  /** It is pointed at in the list. */
  readonly isPointed: boolean;
}

type Groups = Pick<IommuGroups, 'groups'>;

/** The hulls of all groups with more than one member. */
export function severalHulls(scene: Scene, groups: Groups): readonly GroupHull[] {
  const numbers = groups.groups.map((_, group) => group);
  const several = numbers.map((group) => drawnGroup(groups, group));
  return groupHulls(
    scene,
    several.filter(({ members }) => members.length > 1),
  );
}

/** The hull of one group, whatever its size; none for a number that there is not. */
export function oneHull(scene: Scene, groups: Groups, group: number): readonly GroupHull[] {
  return groupHulls(scene, [drawnGroup(groups, group)]);
}

/** Outlines round parts that a list points at; those that are no function have none. */
export function partHulls(scene: Scene, parts: readonly string[]): readonly GroupHull[] {
  return groupHulls(scene, [{ group: NO_GROUP, members: parts as readonly FunctionId[] }]);
}

function drawnGroup({ groups }: Groups, group: number): DrawnGroup {
  return { group, members: (groups[group]?.members ?? []).map((member) => member.function) };
}

/** All that is outlined: what is pointed at comes last, over the others. */
export function shownHulls(
  several: readonly GroupHull[],
  pointed: readonly GroupHull[],
): readonly ShownHull[] {
  const numbers = new Set(pointed.map(({ group }) => group));
  return [
    ...several
      .filter(({ group }) => !numbers.has(group))
      .map((hull) => ({ ...hull, isPointed: false })),
    ...pointed.map((hull) => ({ ...hull, isPointed: true })),
  ];
}
