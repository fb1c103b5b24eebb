import { expect, test } from 'vitest';
import { OUTCOME } from '../engine/p2pdma/outcome.ts';
import { countsSentence, kindOfBits } from './verdictWords.ts';

test('one outcome is a verdict, several are unknown', () => {
  expect(kindOfBits(OUTCOME.BUS_ADDR)).toBe('BUS_ADDR');
  expect(kindOfBits(OUTCOME.THRU_HOST_BRIDGE)).toBe('THRU_HOST_BRIDGE');
  expect(kindOfBits(OUTCOME.NOT_SUPPORTED)).toBe('NOT_SUPPORTED');
  expect(kindOfBits(OUTCOME.BUS_ADDR | OUTCOME.NOT_SUPPORTED)).toBe('unknown');
});

test('counts as a sentence', () => {
  const counts = { BUS_ADDR: 12, THRU_HOST_BRIDGE: 4, NOT_SUPPORTED: 1020, unknown: 0 };
  expect(countsSentence(counts)).toBe(
    '12 pairs direct, 4 through the host bridge, 1,020 refused, 0 unknown',
  );
  expect(countsSentence({ ...counts, BUS_ADDR: 1 })).toMatch(/^1 pair direct,/);
});
