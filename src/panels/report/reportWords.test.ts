import { expect, test } from 'vitest';
import { countWords, lineWords } from './reportWords.ts';

test.each([
  [[null], ''],
  [[168], 'line 168'],
  [[12, null, 168, 12], 'lines 12, 168'],
  [[1, 2, 3, 4, 5], 'lines 1, 2, 3, 4 and more'],
])('lines %j', (lines, words) => {
  expect(lineWords(lines.map((line) => ({ line })))).toBe(words);
});

test('one thing, many things', () => {
  expect(countWords(1, 'thing', 'things')).toBe('1 thing');
  expect(countWords(1200, 'thing', 'things')).toBe('1,200 things');
});
