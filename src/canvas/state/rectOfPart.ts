import type { Rect } from '../../layout/scene.ts';
import type { FunctionId, HostBridgeId, SlotId } from '../../model/ids.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from './drawn.ts';

/** Where a part is drawn; what has no box of its own, where the card is that stands for it. */
export function rectOfPart({ scene, tree }: Drawn, id: PartId): Rect | null {
  const place =
    scene.placeOf.get(id as FunctionId) ?? scene.hiddenParts.get(id as HostBridgeId | SlotId);
  return tree.parts.get(id)?.rect ?? place?.rect ?? null;
}
