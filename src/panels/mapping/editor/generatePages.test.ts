import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex64Value } from '../../../base/hex.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { generatePages } from './generatePages.ts';

const spans = (entries: readonly ScatterlistEntry[]) =>
  entries.flatMap((entry) =>
    entry.kind === 'ram'
      ? [{ from: hex64Value(entry.address), to: hex64Value(entry.address) + BigInt(entry.length) }]
      : [],
  );

const PAGES = { count: 4, size: 4096, seed: 1 } as const;
const addresses = (entries: readonly ScatterlistEntry[]) =>
  entries.map((entry) => (entry.kind === 'ram' ? entry.address : ''));

test('adjacent ones lie one behind the other, backwards ones below', () => {
  expect(addresses(generatePages({ ...PAGES, pattern: 'adjacent' }))).toEqual([
    '0x100000000',
    '0x100001000',
    '0x100002000',
    '0x100003000',
  ]);
  expect(addresses(generatePages({ ...PAGES, count: 2, pattern: 'backwards' }))).toEqual([
    '0x100001000',
    '0x100000000',
  ]);
});

const wanted = fc.record({
  count: fc.integer({ min: 1, max: 100 }),
  size: fc.constantFrom(512, 4096, 5000, 65536, 2 ** 21),
  seed: fc.nat(1000),
  pattern: fc.constantFrom('scattered', 'adjacent', 'backwards'),
});

test('the same wish gives the same pages, and none of them overlap what is there', () => {
  fc.assert(
    fc.property(wanted, wanted, (first, second) => {
      const before = generatePages(first);
      expect(generatePages(first)).toEqual(before);
      const all = spans([...before, ...generatePages(second, before)]);
      all.sort((a, b) => (a.from < b.from ? -1 : 1));
      for (const [at, { from }] of all.entries()) {
        const below = all[at - 1];
        if (below) expect(from >= below.to).toBe(true);
      }
    }),
  );
});

test('no two scattered ones touch, and another seed gives others', () => {
  const pages = generatePages({ ...PAGES, count: 500, pattern: 'scattered' });
  const ends = new Set(spans(pages).map(({ to }) => to));
  expect(spans(pages).some(({ from }) => ends.has(from))).toBe(false);
  expect(generatePages({ ...PAGES, count: 500, seed: 2, pattern: 'scattered' })).not.toEqual(pages);
});
