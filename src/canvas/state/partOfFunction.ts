import type { FunctionId, HostBridgeId, SlotId } from '../../model/ids.ts';
import type { PartId } from '../../store/state.ts';
import { partOfBox } from '../keys/partTree.ts';
import type { Drawn } from './drawn.ts';

/** The part that shows this one: itself, or the card that it is one of several functions of. */
export function partOfFunction({ scene, tree }: Drawn, id: PartId): PartId | null {
  if (tree.parts.has(id)) return id;
  const place =
    scene.placeOf.get(id as FunctionId) ?? scene.hiddenParts.get(id as HostBridgeId | SlotId);
  const key = place?.box;
  const box = scene.boxes.find((each) => each.key === key);
  return box ? partOfBox(box) : null;
}
