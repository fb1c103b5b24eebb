import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listsPage } from './listsPage.mjs';
import { readEvidence } from './readEvidence.mjs';

test('docs/golden-lists.md has the counts of the golden tests', () => {
  const page = readFileSync(new URL('../../docs/golden-lists.md', import.meta.url), 'utf8');
  expect(page, 'node scripts/make-golden-lists.mjs writes it anew').toBe(listsPage(readEvidence()));
});

test('rows by kernel and mode, and their sum', () => {
  const counts = { lists: 2, refused: 1, data: 3 };
  const page = listsPage([
    {
      era: '6.6',
      kernel: '6.6.150',
      checks: { transfers: 0 },
      lists: { strict: counts, none: counts },
    },
    { era: '6.12', kernel: '6.12.117', checks: { transfers: 4 }, lists: { pt: { lists: 1000 } } },
  ]);
  const rows = page.split('\n').filter((line) => /^\| [6a]/.test(line));
  expect(rows.map((line) => line.split(' | ').slice(0, 4).join(' '))).toEqual([
    '| 6.6.150 none 2 1',
    '| 6.6.150 strict 2 1',
    '| 6.12.117 pt 1,000 –',
    '| all  1,004 2',
  ]);
  expect(page).toContain('4 reads and');
});
