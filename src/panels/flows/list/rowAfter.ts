import type { FlowRow } from './flowRows.ts';

/** Where a key leads in a list of which groups fold out; `null`: nowhere else. */
export function rowAfter(
  rows: readonly Pick<FlowRow, 'kind' | 'isOpen'>[],
  at: number,
  key: string,
): number | null {
  const row = rows[at];
  if (key === 'ArrowDown') return at + 1 < rows.length ? at + 1 : null;
  if (key === 'ArrowUp') return at > 0 ? at - 1 : null;
  if (key === 'Home') return rows.length > 0 ? 0 : null;
  if (key === 'End') return rows.length > 0 ? rows.length - 1 : null;
  if (key === 'ArrowLeft' && row?.kind === 'member') {
    return rows.slice(0, at).findLastIndex(({ kind }) => kind === 'group');
  }
  return key === 'ArrowRight' && row?.isOpen && rows[at + 1]?.kind === 'member' ? at + 1 : null;
}
