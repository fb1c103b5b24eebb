import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { median, percent, table } from './figures.mjs';
import { readCompared } from './readCompared.mjs';
import { validationPage } from './validationPage.mjs';

const page = validationPage(readCompared());

test('docs/throughput-validation.md has what the tests computed', () => {
  const written = readFileSync(
    new URL('../../docs/throughput-validation.md', import.meta.url),
    'utf8',
  );
  expect(written, 'node scripts/make-throughput-validation.mjs writes it anew').toBe(page);
});

test('every row is on it once', () => {
  const { measured } = readCompared();
  for (const { id } of measured) expect([id, page.split(`| [${id}](`).length]).toEqual([id, 2]);
});

test('figures', () => {
  expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, Number.NaN]);
  expect([percent(0.0512), percent(-0.1, true), percent(2.5, true), percent(Number.NaN)]).toEqual([
    '5.1 %',
    '−10.0 %',
    '+250 %',
    '–',
  ]);
  expect(table(['a', 'b'], [['x', 1]], 1)).toBe('| a | b |\n|---|--:|\n| x | 1 |');
});
