import { expect, test } from 'vitest';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { partWords, sourceWords } from './partWords.ts';

test('figures of a part are told in a few words, what is unknown left out', () => {
  for (const part of CATALOGUE) {
    const words = partWords(part);
    expect(words, part.id).not.toMatch(/undefined|null|NaN|unknown|, ,/);
    expect(words.length, part.id).toBeLessThan(120);
  }
  expect(CATALOGUE.filter((part) => partWords(part) !== '').length).toBeGreaterThan(20);
});

test('sources are named, conventions are not', () => {
  for (const part of CATALOGUE) {
    expect(sourceWords(part), part.id).toMatch(/^$|^From: .+\.$/);
  }
});
