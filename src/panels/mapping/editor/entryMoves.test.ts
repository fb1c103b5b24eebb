import { describe, expect, test } from 'vitest';
import { hex64 } from '../../../base/hex.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import {
  chosenBy,
  chosenWithin,
  duplicated,
  type Moved,
  moved,
  NOTHING_CHOSEN,
  removed,
} from './entryMoves.ts';

const list = (letters: string): readonly ScatterlistEntry[] =>
  [...letters].map((letter) => ({
    kind: 'ram',
    address: hex64(BigInt(letter.charCodeAt(0))),
    length: 1,
  }));
const letters = (result: Moved | null) =>
  result && [
    result.entries
      .map((entry) => (entry.kind === 'ram' ? String.fromCharCode(Number(entry.address)) : '?'))
      .join(''),
    [...result.chosen],
  ];

describe('the chosen entries', () => {
  test.each([
    ['one up', () => moved(list('abcd'), [2], -1), ['acbd', [1]]],
    ['several down, together', () => moved(list('abcd'), [0, 2], 1), ['badc', [1, 3]]],
    ['neighbours down', () => moved(list('abcd'), [0, 1], 1), ['cabd', [1, 2]]],
    ['not beyond the top', () => moved(list('abcd'), [0, 2], -1), null],
    ['not beyond the end', () => moved(list('abcd'), [3], 1), null],
    ['copies behind the last', () => duplicated(list('abcd'), [0, 2]), ['abcacd', [3, 4]]],
    ['gone: the next is chosen', () => removed(list('abcd'), [1, 2]), ['ad', [1]]],
    ['the last gone', () => removed(list('ab'), [1]), ['a', [0]]],
    ['all gone', () => removed(list('ab'), [0, 1]), ['', []]],
    ['nothing chosen', () => removed(list('ab'), []), null],
  ] as const)('%s', (_, act, expected) => {
    expect(letters(act())).toEqual(expected);
  });
});

describe('choosing', () => {
  const at = (selection: ReturnType<typeof chosenBy>) => [...selection.chosen].sort();

  test('alone, in a range from where it began, one more or less', () => {
    const two = chosenBy(NOTHING_CHOSEN, 2, 'alone');
    expect(at(two)).toEqual([2]);
    const range = chosenBy(two, 4, 'range');
    expect(at(range)).toEqual([2, 3, 4]);
    expect(at(chosenBy(range, 1, 'range'))).toEqual([1, 2]);
    expect(at(chosenBy(range, 3, 'toggle'))).toEqual([2, 4]);
    expect(at(chosenBy(range, 0, 'keep'))).toEqual([2, 3, 4]);
  });

  test('ends with what goes elsewhere', () => {
    const range = chosenBy(chosenBy(NOTHING_CHOSEN, 1, 'alone'), 3, 'range');
    expect(chosenWithin(range, 4)).toBe(range);
    expect(at(chosenWithin(range, 3))).toEqual([1, 2]);
    expect(chosenWithin(range, 0).at).toBe(0);
  });
});
