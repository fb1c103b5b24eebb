import { expect, test } from 'vitest';
import { problemNote, problemWarning } from '../../base/problem.ts';
import { sortRemarks } from './sortRemarks.ts';

test('remarks are sorted by what became of the place', () => {
  const problems = [
    problemNote('The kernel is 6.12.', { line: 1, treatment: 'understood' }),
    problemWarning('Two kernels are given.', { line: 9, treatment: 'guessed' }),
    problemNote('3 lines were ignored.', { line: 4, treatment: 'ignored' }),
    problemWarning('ACS is unknown.', { line: 5 }),
  ];
  const assumed = [{ id: 'cpu', text: 'CPU arm64: the input names none' } as const];
  const sorted = sortRemarks(problems, assumed);
  const texts = Object.entries(sorted).map(([group, rows]) => [group, rows.map((row) => row.text)]);
  expect(Object.fromEntries(texts)).toEqual({
    understood: ['The kernel is 6.12.'],
    guessed: ['Two kernels are given.', 'Taken for granted: CPU arm64: the input names none.'],
    ignored: ['3 lines were ignored.'],
    look: ['ACS is unknown.'],
  });
});

test('the same said of several parts is one row, and said twice of one part only once', () => {
  const narrow = ['0000:03:00.0', '0000:04:00.0', '0000:03:00.0'].map((where) =>
    problemWarning('The link is narrow.', { where }),
  );
  const { look } = sortRemarks(narrow, []);
  expect(look.map(({ where }) => where)).toEqual([['0000:03:00.0', '0000:04:00.0']]);
});
