import { expect, test } from 'vitest';
import { progressWords } from './progressWords.ts';

test('progress is told as far as it is known', () => {
  expect(progressWords(null)).toBe('Updating…');
  expect(progressWords({ doing: 'Judging pairs', done: null })).toBe('Judging pairs…');
  expect(progressWords({ doing: 'Judging pairs', done: 0.404 })).toBe('Judging pairs, 40 %');
});
