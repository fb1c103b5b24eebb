import type { PartId } from '../../store/state.ts';
import type { OutlineRow } from './outlineRows.ts';

/** What a key does to the tree, by the ARIA tree pattern. */
export type TreeMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'unfold'; readonly ids: readonly PartId[] }
  | { readonly kind: 'fold'; readonly id: PartId };

/**
 * Up and down, left and right (fold, unfold, parent, first child), Home and End, `*` for all
 * siblings, a page up and down. `null`: the key means nothing here.
 *
 * @param active index of the line that keys act on; -1 before there is one
 * @param page how many lines a page has
 */
export function treeMove(
  rows: readonly OutlineRow[],
  active: number,
  key: string,
  page: number,
): TreeMove | null {
  const row = rows[active];
  const last = rows.length - 1;
  const go = (to: number): TreeMove => ({ kind: 'go', to: Math.max(0, Math.min(to, last)) });
  if (last < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return go(active + 1);
    case 'ArrowUp':
      return go(active < 0 ? last : active - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(last);
    case 'PageDown':
      return go(Math.max(active, 0) + page);
    case 'PageUp':
      return go(active - page);
  }
  if (!row) return null;
  switch (key) {
    case 'ArrowRight':
      if (row.isExpanded === null) return null;
      return row.isExpanded ? go(active + 1) : { kind: 'unfold', ids: [row.id] };
    case 'ArrowLeft': {
      if (row.isExpanded) return { kind: 'fold', id: row.id };
      const parent = rows.findIndex(({ id }) => id === row.parent);
      return parent < 0 ? null : go(parent);
    }
    case '*': {
      const siblings = rows.filter((each) => each.parent === row.parent);
      return {
        kind: 'unfold',
        ids: siblings.filter((each) => each.isExpanded === false).map(({ id }) => id),
      };
    }
    default:
      return null;
  }
}
