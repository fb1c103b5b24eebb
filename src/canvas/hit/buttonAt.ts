import { distanceTo } from '../../layout/rects.ts';
import type { Point, ScenePartId } from '../../layout/scene.ts';
import type { CheckSign } from '../draw/checkSigns.ts';
import { grown } from '../rects.ts';
import type { SceneIndex } from './sceneIndex.ts';

/** A sign on the sheet that does something when it is pressed. */
export type SheetButton =
  /** The plus of a collapsed box. */
  | { readonly kind: 'expand'; readonly about: ScenePartId }
  | { readonly kind: 'findings'; readonly sign: CheckSign };

/** The sign at a point, with `slop` around it; what lies nearer is meant. */
export function buttonAt(
  { boxes }: Pick<SceneIndex, 'boxes'>,
  checks: readonly CheckSign[],
  at: Point,
  slop: number,
): SheetButton | null {
  let best: SheetButton | null = null;
  let nearest = slop;
  for (const sign of checks) {
    const away = distanceTo(sign.rect, at);
    if (away >= nearest) continue;
    best = { kind: 'findings', sign };
    nearest = away;
  }
  for (const { signs = [] } of boxes.in(grown({ ...at, width: 0, height: 0 }, slop))) {
    for (const { kind, about, rect } of signs) {
      const away = distanceTo(rect, at);
      if (kind !== 'collapsed' || away >= nearest) continue;
      best = { kind: 'expand', about };
      nearest = away;
    }
  }
  return best;
}
