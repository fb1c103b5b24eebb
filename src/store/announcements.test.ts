import { expect, test } from 'vitest';
import type { PairTable } from '../engine/analyze.ts';
import { OUTCOME } from '../engine/p2pdma/outcome.ts';
import { id } from '../model/machine.testkit.ts';
import {
  changedWords,
  chosenWords,
  editedWords,
  judgedWords,
  openedWords,
  said,
  selectedWords,
} from './announcements.ts';
import type { PartId } from './edit.ts';

const nameOf = (part: PartId) => `part ${part}`;

const D = OUTCOME.BUS_ADDR;
const H = OUTCOME.THRU_HOST_BRIDGE;
const R = OUTCOME.NOT_SUPPORTED;

/** A table of three functions; the diagonal does not count. */
const table = (...possible: number[]): PairTable => ({
  functions: ['00:01.0', '00:02.0', '00:03.0'].map(id),
  possible: Uint8Array.from(possible),
  distance: new Int16Array(9),
});
const before = table(D, D, H, D, D, H, R, R, D);

test('what holds is counted, most welcome first', () => {
  expect(judgedWords(before)).toBe('All 6 pairs: 2 direct, 2 through the host bridge, 2 refused.');
  expect(judgedWords(table(D, D, D, D, D, D, D, D, D))).toBe('All 6 pairs: 6 direct.');
  expect(judgedWords(table(D, D | R, R, R, D, R, R, R, D))).toBe(
    'All 6 pairs: 5 refused, 1 unknown.',
  );
  const empty = { functions: [], possible: new Uint8Array(), distance: new Int16Array() };
  expect(judgedWords(empty)).toBe('No pairs to judge.');
});

test('what changed comes first', () => {
  expect(changedWords(before, before)).toBe('No verdict changes.');
  expect(changedWords(before, table(D, D, D, D, D, R, R, R, D))).toBe(
    '1 pair became direct, 1 became refused. All 6 pairs: 3 direct, 3 refused.',
  );
  expect(changedWords(before, table(D, H, H, D, D, H, R, R, D))).toMatch(
    /^1 pair now goes through the host bridge\. All 6 pairs: /,
  );
  const { functions, ...cells } = before;
  const turned = { ...cells, functions: [...functions].reverse() };
  // The same functions in another order: pair by pair, all but two differ.
  expect(changedWords(before, turned)).toMatch(/^2 pairs became direct, 2 now go through/);
  const [a, b] = functions;
  if (!a || !b) throw new Error('two functions were given');
  const other = { ...cells, functions: [a, b, id('00:04.0')] };
  expect(changedWords(before, other)).toBe(`4 pairs are new, 4 are gone. ${judgedWords(other)}`);
});

test('what was done is told by the title of its step, and names stay as they are written', () => {
  expect(editedWords('lock 2 parts')).toBe('Done: lock 2 parts.');
});

test('the same words twice are told apart', () => {
  expect(said('Copied.', 'Copied.')).not.toBe('Copied.');
  expect(said(said('Copied.', 'Copied.'), 'Copied.')).toBe('Copied.');
  expect(said('Copied.', null)).toBe('Copied.');
});

test('numbers are grouped', () => {
  expect(openedWords('rack', 2150)).toBe('Opened rack, 2,150 functions.');
  expect(openedWords('box', 1)).toBe('Opened box, 1 function.');
  expect(openedWords('pasted lspci, 24 functions', 24)).toBe('Opened pasted lspci, 24 functions.');
});

test('what became of the pair is told; a verdict that follows names its ends', () => {
  const [a, b] = [id('03:00.0'), id('04:00.0')];
  const none = { provider: null, client: null };
  const whole = { provider: a, client: b };
  expect(chosenWords(none, { provider: a, client: null }, nameOf)).toBe(
    'Provider set: part 0000:03:00.0.',
  );
  expect(chosenWords(none, { provider: null, client: b }, nameOf)).toBe(
    'Client set: part 0000:04:00.0.',
  );
  expect(chosenWords({ provider: a, client: null }, whole, nameOf)).toBe('Client set.');
  expect(chosenWords(none, whole, nameOf)).toBe('');
  expect(chosenWords(whole, { provider: null, client: b }, nameOf)).toBe('Provider cleared.');
  expect(chosenWords(whole, { provider: a, client: a }, nameOf)).toBe(
    'part 0000:03:00.0 is both ends: that is no pair.',
  );
  expect(chosenWords(whole, none, nameOf)).toBe('Pair cleared.');
  expect(chosenWords(whole, { provider: b, client: a }, nameOf)).toBe(
    'Provider and client swapped.',
  );
});

test('parts are counted when there is more than the one that is read out', () => {
  const parts = (...names: string[]) => new Set(names as PartId[]);
  expect(selectedWords(parts(), parts('a'), nameOf)).toBeNull();
  expect(selectedWords(parts('a'), parts('b'), nameOf)).toBeNull();
  expect(selectedWords(parts('a'), parts('a', 'b'), nameOf)).toBe('2 parts selected.');
  expect(selectedWords(parts('a', 'b'), parts('b', 'a'), nameOf)).toBeNull();
  expect(selectedWords(parts('a', 'b'), parts('b', 'c'), nameOf)).toBe('2 parts selected.');
  expect(selectedWords(parts('a', 'b'), parts('b'), nameOf)).toBe('part b selected.');
  expect(selectedWords(parts('a'), parts(), nameOf)).toBe('Nothing selected.');
});
