import { expect, test } from 'vitest';
import { type Problem, problemError, problemNote, problemWarning } from '../../base/problem.ts';
import { byWeight, remarksSentence } from './byWeight.ts';

const texts = (problems: readonly Problem[]) => problems.map(({ text }) => text);
const notes = ['n1', 'n2', 'n3'].map((text) => problemNote(text));

test('the gravest first; notes are folded beside them', () => {
  const { shown, folded } = byWeight([...notes, problemWarning('w'), problemError('e')]);
  expect(texts(shown)).toEqual(['e', 'w']);
  expect(texts(folded)).toEqual(['n1', 'n2', 'n3']);
});

test('many doubts are folded beyond the first three', () => {
  const { shown, folded } = byWeight(['a', 'b', 'c', 'd'].map((text) => problemWarning(text)));
  expect(texts(shown)).toEqual(['a', 'b', 'c']);
  expect(texts(folded)).toEqual(['d']);
});

test('notes alone are shown while they are few', () => {
  expect(byWeight(notes.slice(0, 2)).folded).toEqual([]);
  expect(byWeight(notes).shown).toEqual([]);
});

test('remarks are counted', () => {
  expect(remarksSentence([problemError('e'), ...notes])).toBe('1 error, 3 notes');
  expect(remarksSentence([problemWarning('w'), problemWarning('w')])).toBe('2 warnings');
});
