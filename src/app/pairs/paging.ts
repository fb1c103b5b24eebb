import { formatCount } from '../../parts/verdictWords.ts';

export const PAGE_SIZE = 100;

export interface PageRange {
  /** From 0; clipped to what there is. */
  readonly page: number;
  readonly pages: number;
  /** First row and the one after the last, from 0. */
  readonly begin: number;
  readonly end: number;
}

/** Which rows a page shows; a page beyond the end is the last one. */
export function pageRange(total: number, wanted: number, size: number = PAGE_SIZE): PageRange {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { page, pages, begin: page * size, end: Math.min(total, (page + 1) * size) };
}

/** "rows 1–100 of 1,234" */
export function rangeWords({ begin, end }: PageRange, total: number): string {
  if (total === 0) return 'no rows';
  if (total === 1) return 'row 1 of 1';
  return `rows ${formatCount(begin + 1)}–${formatCount(end)} of ${formatCount(total)}`;
}
