import type { SceneBox } from '../../layout/scene.ts';
import type { PartId } from '../../store/state.ts';

/** A box is marked when any function that it stands for is selected; ports and marks show themselves. */
export function isBoxSelected(
  box: SceneBox,
  part: PartId | null,
  selection: ReadonlySet<PartId>,
): boolean {
  if (selection.size === 0) return false;
  if (part !== null && selection.has(part)) return true;
  return box.marks.length === 0 && box.functions.some((fn) => selection.has(fn));
}
