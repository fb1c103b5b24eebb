import type { Rect } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from './drawn.ts';

/** Where a part is drawn; a function that has no box of its own, where its card is. */
export function rectOfPart({ scene, tree }: Drawn, id: PartId): Rect | null {
  return tree.parts.get(id)?.rect ?? scene.placeOf.get(id as FunctionId)?.rect ?? null;
}
