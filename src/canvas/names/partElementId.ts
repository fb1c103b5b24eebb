import type { PartId } from '../../store/state.ts';

/** The id of a part's element, for `aria-activedescendant`; ids must not hold blanks. */
export function partElementId(id: PartId): string {
  return `part-${id.replaceAll(/\s/g, '_')}`;
}
