import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../../../model/ids.ts';
import type { P2pMemory } from '../../../model/pciFunction.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { firstFit } from './firstFit.ts';

const id = 'nvme0' as FunctionId;
const chunk = (offset: number, size: number, bar = 4): P2pMemory => ({
  bar,
  offset,
  size,
  published: true,
});
const held = (offset: number, length: number, bar = 4): ScatterlistEntry => ({
  kind: 'peer',
  provider: id,
  bar,
  offset,
  length,
});
const K = 1024;
const POOL = { id, p2pMemory: [chunk(0, 64 * K)] };

/** The offset that is given, or why there is none. */
function given(length: number, entries: readonly ScatterlistEntry[], provider = POOL) {
  const taken = firstFit(provider, length, entries);
  if (!taken.ok) return taken.why;
  return taken.entry.kind === 'peer' ? taken.entry.offset : null;
}

describe('the first stretch of free pages that is long enough', () => {
  test.each([
    ['an empty pool: its beginning', 8 * K, [], 0],
    ['behind what is held', 4 * K, [held(0, 8 * K)], 8 * K],
    ['a hole that fits', 4 * K, [held(0, 4 * K), held(8 * K, 4 * K)], 4 * K],
    ['not a hole that is too short', 8 * K, [held(0, 4 * K), held(8 * K, 4 * K)], 12 * K],
    ['whole pages: a byte holds one', 4 * K, [held(0, 1)], 4 * K],
    ['of another BAR nothing is held here', 4 * K, [held(0, 8 * K, 2)], 0],
    ['overlapping holders', 4 * K, [held(0, 12 * K), held(4 * K, 4 * K)], 12 * K],
    ['no stretch', 64 * K, [held(0, 4 * K)], 'Its longest free stretch has 60 KiB.'],
    ['all held', 1, [held(0, 64 * K)], 'All of its memory for peers is in other entries.'],
  ] as const)('%s', (_, length, entries, expected) => {
    expect(given(length, entries)).toBe(expected);
  });

  test('a pool of several chunks begins with the one that was added last', () => {
    const pool = { id, p2pMemory: [chunk(0, 64 * K), chunk(128 * K, 16 * K)] };
    expect(given(16 * K, [], pool)).toBe(128 * K);
    expect(given(32 * K, [], pool)).toBe(0);
  });

  test('a device that lends nothing says so', () => {
    expect(given(K, [], { id, p2pMemory: [] })).toBe('It offers no memory for peers.');
  });
});
