import { expect, test } from 'vitest';
import { fuzzyMatch } from './fuzzy.ts';

const score = (query: string, text: string) => fuzzyMatch(query, text)?.score ?? null;

test('nothing asked finds everything', () => {
  expect(fuzzyMatch('  ', 'Undo')).toEqual({ score: 0, stretches: [] });
});

test('a run of letters is found and set off, whatever its case', () => {
  expect(fuzzyMatch('DRAW', 'Switch the drawing')?.stretches).toEqual([[11, 15]]);
});

test('letters in order are enough', () => {
  expect(fuzzyMatch('swd', 'Switch the drawing')?.stretches).toEqual([
    [0, 2],
    [11, 12],
  ]);
  expect(fuzzyMatch('dws', 'Switch the drawing')).toBeNull();
});

test('the start of a word beats its middle, a run beats scattered letters', () => {
  expect(score('fit', 'Fit the sheet')).toBeGreaterThan(score('fit', 'Outfit') ?? 0);
  expect(score('save', 'Save to a file')).toBeGreaterThan(score('save', 'Show a very early') ?? 0);
});
