import { expect, test } from 'vitest';
import { shownWords } from './shownWords.ts';

const counts = (BUS_ADDR: number, NOT_SUPPORTED: number) => ({
  BUS_ADDR,
  THRU_HOST_BRIDGE: 0,
  NOT_SUPPORTED,
  unknown: 0,
});

test('counts of some pairs say of how many', () => {
  expect(shownWords(counts(100, 32), counts(1000, 200))).toBe('132 of 1,200 pairs shown:');
  expect(shownWords(counts(0, 0), counts(2, 0))).toBe('0 of 2 pairs shown:');
  expect(shownWords(counts(2, 4), counts(2, 4))).toBeNull();
});
