import { expect, test } from 'vitest';
import { OUTCOME } from '../../engine/p2pdma/outcome.ts';
import { id } from '../../model/machine.testkit.ts';
import { rowCounts, rowCountsSentence, tableVerdict } from './rowCounts.ts';

const { BUS_ADDR, THRU_HOST_BRIDGE, NOT_SUPPORTED } = OUTCOME;
const functions = [id('03:00.0'), id('04:00.0'), id('05:00.0')];
const [first, second, third] = functions;
const judged = {
  table: {
    functions,
    possible: Uint8Array.from([
      ...[BUS_ADDR, THRU_HOST_BRIDGE, NOT_SUPPORTED],
      ...[BUS_ADDR, BUS_ADDR, BUS_ADDR | NOT_SUPPORTED],
      ...[NOT_SUPPORTED, NOT_SUPPORTED, BUS_ADDR],
    ]),
    distance: new Int16Array(9),
  },
  placeOf: new Map(functions.map((each, index) => [each, index])),
};

test('a row is the provider’s, a column the client’s; nobody is counted with itself', () => {
  if (!first || !second || !third) throw new Error('three functions');
  expect(rowCounts(judged, first, 'provider')).toEqual({
    BUS_ADDR: 0,
    THRU_HOST_BRIDGE: 1,
    NOT_SUPPORTED: 1,
    unknown: 0,
  });
  expect(rowCounts(judged, first, 'client')).toMatchObject({ BUS_ADDR: 1, NOT_SUPPORTED: 1 });
  expect(rowCounts(judged, id('06:00.0'), 'client')).toBeNull();
  expect(tableVerdict(judged, second, third)).toBe('unknown');
  expect(tableVerdict(judged, first, second)).toBe('THRU_HOST_BRIDGE');
  expect(tableVerdict(judged, first, first)).toBeNull();
});

test('as a sentence, unknown ones only where there are some', () => {
  const counts = { BUS_ADDR: 3, THRU_HOST_BRIDGE: 2, NOT_SUPPORTED: 1200, unknown: 0 };
  expect(rowCountsSentence(counts)).toBe('3 direct, 2 via host, 1,200 refused');
  expect(rowCountsSentence({ ...counts, unknown: 1 })).toMatch(/refused, 1 unknown$/);
});
