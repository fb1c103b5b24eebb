import type { FunctionId } from '../../model/ids.ts';
import type { Scene, SceneText } from '../scene.ts';
import { bandsByLink, clearOfHeat, type HeatLabel, heatLabels } from './heatLabels.ts';
import { type HeatBand, type LinkHeat, type LinkLoad, linkHeat } from './linkHeat.ts';

/** Everything that a drawing needs of what links carry. */
export interface DrawnHeat extends LinkHeat {
  readonly byLink: ReadonlyMap<FunctionId, readonly HeatBand[]>;
  readonly labels: readonly HeatLabel[];
  /** Words of links that their bands would cover, beside them. */
  readonly moved: ReadonlyMap<FunctionId, readonly SceneText[]>;
}

/** @param marks ACS bits that stand beside ports, for figures to keep off */
export function heatOf(
  scene: Scene,
  loads: readonly LinkLoad[],
  marks: ReadonlyMap<FunctionId, string> = new Map(),
): DrawnHeat {
  const heat = linkHeat(scene, loads);
  const byLink = bandsByLink(heat.bands);
  const moved = scene.links.flatMap((link) => {
    const bands = byLink.get(link.key);
    return bands && link.texts.length > 0 ? [[link.key, clearOfHeat(link, bands)] as const] : [];
  });
  return { ...heat, byLink, moved: new Map(moved), labels: heatLabels(scene, heat, marks) };
}
