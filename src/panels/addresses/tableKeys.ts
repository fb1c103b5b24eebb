import type { AddressRow } from './addressRows.ts';

/**
 * The row that a key leads to from another; `null` where it is none of the table's keys. Left goes
 * out to the window that holds it, right goes in.
 */
export function rowAfterKey(
  key: string,
  at: number,
  rows: readonly AddressRow[],
  page: number,
): number | null {
  const last = rows.length - 1;
  const within = (row: number) => Math.min(Math.max(row, 0), last);
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return within(0);
    case 'End':
      return within(last);
    case 'ArrowLeft':
      return within(rows[at]?.above ?? at) === 0 && (rows[at]?.above ?? -1) < 0
        ? at
        : within(rows[at]?.above ?? at);
    case 'ArrowRight':
      return rows[at + 1]?.above === at ? at + 1 : at;
    default:
      return null;
  }
}
