import { expect, test } from 'vitest';
import type { PairTable } from '../engine/analyze.ts';
import { OUTCOME } from '../engine/p2pdma/calcMapTypeAndDist.ts';
import { id } from '../model/machine.testkit.ts';
import { changedWords, judgedWords, openedWords, said } from './announcements.ts';

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
  expect(judgedWords(before)).toBe('2 pairs direct, 2 through the host bridge, 2 refused.');
  expect(judgedWords(table(D, D, D, D, D, D, D, D, D))).toBe('6 pairs direct.');
  expect(judgedWords(table(D, D | R, R, R, D, R, R, R, D))).toBe('5 pairs refused, 1 unknown.');
  const empty = { functions: [], possible: new Uint8Array(), distance: new Int16Array() };
  expect(judgedWords(empty)).toBe('No pairs to judge.');
});

test('what changed comes first', () => {
  expect(changedWords(before, before)).toBe('No verdict changes.');
  expect(changedWords(before, table(D, D, D, D, D, R, R, R, D))).toBe(
    '1 pair became direct, 1 became refused. In all, 3 pairs direct, 3 refused.',
  );
  expect(changedWords(before, table(D, H, H, D, D, H, R, R, D))).toMatch(
    /^1 pair now goes through the host bridge\. In all/,
  );
  const { functions, ...cells } = before;
  const others = { ...cells, functions: [...functions].reverse() };
  expect(changedWords(before, others)).toBe(judgedWords(others));
});

test('the same words twice are told apart', () => {
  expect(said('Copied.', 'Copied.')).not.toBe('Copied.');
  expect(said(said('Copied.', 'Copied.'), 'Copied.')).toBe('Copied.');
  expect(said('Copied.', null)).toBe('Copied.');
});

test('numbers are grouped', () => {
  expect(openedWords('rack', 2150)).toBe('Opened rack, 2,150 functions.');
  expect(openedWords('box', 1)).toBe('Opened box, 1 function.');
});
