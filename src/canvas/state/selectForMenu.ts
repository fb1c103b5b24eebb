import type { Selected } from '../../store/selection.ts';
import type { PartId } from '../../store/state.ts';

/**
 * How a part is to be selected before a menu about it opens; `null` where it is as it should be.
 * Within a selection the menu is about all of it, and about this part where one is meant.
 */
export function selectForMenu(
  part: PartId,
  { selection, focus }: Selected,
): 'replace' | 'add' | null {
  if (!selection.has(part)) return 'replace';
  return focus === part ? null : 'add';
}
