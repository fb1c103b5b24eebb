import { describe, expect, test } from 'vitest';
import type { PairTable } from '../../engine/analyze.ts';
import { OUTCOME } from '../../engine/p2pdma/calcMapTypeAndDist.ts';
import type { FunctionId } from '../../model/ids.ts';
import { filterPairs, NO_FILTER, pairAt } from './filterPairs.ts';

const { BUS_ADDR, THRU_HOST_BRIDGE, NOT_SUPPORTED } = OUTCOME;
const ids = ['a', 'b', 'c'] as FunctionId[];
const [a, b] = ids as [FunctionId, FunctionId];

/** a and b reach each other directly, c from a through the host bridge; the rest is open or refused. */
const table: PairTable = {
  functions: ids,
  possible: Uint8Array.from(
    [
      [BUS_ADDR, BUS_ADDR, THRU_HOST_BRIDGE],
      [BUS_ADDR, BUS_ADDR, BUS_ADDR | NOT_SUPPORTED],
      [NOT_SUPPORTED, NOT_SUPPORTED, BUS_ADDR],
    ].flat(),
  ),
  distance: new Int16Array(9),
};

const pairs = (cells: Uint32Array) =>
  [...cells].map((cell) => {
    const { provider, client } = pairAt(table, cell);
    return `${provider}${client}`;
  });

test('all pairs of different functions, counted by verdict', () => {
  const { cells, counts } = filterPairs(table, NO_FILTER);
  expect(pairs(cells)).toEqual(['ab', 'ac', 'ba', 'bc', 'ca', 'cb']);
  expect(counts).toEqual({ BUS_ADDR: 2, THRU_HOST_BRIDGE: 1, NOT_SUPPORTED: 2, unknown: 1 });
});

test('pairs of one function with itself come last', () => {
  const { cells, counts } = filterPairs(table, { ...NO_FILTER, withItself: true });
  expect(pairs(cells)).toEqual(['ab', 'ac', 'ba', 'bc', 'ca', 'cb', 'aa', 'bb', 'cc']);
  expect(counts.BUS_ADDR).toBe(5);
});

describe('filters', () => {
  test('by provider and by client', () => {
    expect(pairs(filterPairs(table, { ...NO_FILTER, provider: b }).cells)).toEqual(['ba', 'bc']);
    expect(pairs(filterPairs(table, { ...NO_FILTER, client: a }).cells)).toEqual(['ba', 'ca']);
    const both = { ...NO_FILTER, provider: a, client: b };
    expect(pairs(filterPairs(table, both).cells)).toEqual(['ab']);
  });

  test('the verdict narrows the list but not the counts beside the choices', () => {
    const { cells, counts } = filterPairs(table, { ...NO_FILTER, kind: 'unknown' });
    expect(pairs(cells)).toEqual(['bc']);
    expect(counts.NOT_SUPPORTED).toBe(2);
  });

  test('a function that is not in the table has no pairs', () => {
    const gone = { ...NO_FILTER, provider: 'z' as FunctionId };
    expect(filterPairs(table, gone).cells).toHaveLength(0);
  });
});

test('an empty table', () => {
  const empty = { functions: [], possible: new Uint8Array(), distance: new Int16Array() };
  expect(filterPairs(empty, NO_FILTER).cells).toHaveLength(0);
});

test('a place outside the table is a mistake', () => {
  expect(() => pairAt(table, 9)).toThrow(RangeError);
});
