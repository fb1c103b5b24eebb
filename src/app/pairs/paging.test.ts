import { expect, test } from 'vitest';
import { pageRange, rangeWords } from './paging.ts';

test.each([
  { total: 0, page: 0, range: { page: 0, pages: 1, begin: 0, end: 0 }, words: 'no rows' },
  { total: 1, page: 0, range: { page: 0, pages: 1, begin: 0, end: 1 }, words: 'row 1 of 1' },
  {
    total: 100,
    page: 0,
    range: { page: 0, pages: 1, begin: 0, end: 100 },
    words: 'rows 1–100 of 100',
  },
  {
    total: 1234,
    page: 12,
    range: { page: 12, pages: 13, begin: 1200, end: 1234 },
    words: 'rows 1,201–1,234 of 1,234',
  },
])('page $page of $total', ({ total, page, range, words }) => {
  expect(pageRange(total, page)).toEqual(range);
  expect(rangeWords(pageRange(total, page), total)).toBe(words);
});

test('a page that is no longer there is the last one, one before the first the first', () => {
  expect(pageRange(150, 7).page).toBe(1);
  expect(pageRange(150, -1).page).toBe(0);
});
