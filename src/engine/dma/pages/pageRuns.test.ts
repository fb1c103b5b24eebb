import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IommuMap } from '../dmaMapping.ts';
import { iommuPgsize } from './iommuPgsize.ts';
import { countPages, type IommuRun, iotlbEntries, pageRuns, smallestPages } from './pageRuns.ts';
import { pageSizesOf } from './pageSizesOf.ts';

const K = 2 ** 10;
const M = 2 ** 20;
const VTD = pageSizesOf('intel').pageSizes;
const AMD = pageSizesOf('amd').pageSizes;

const map = (iova: number, phys: number, size: number, first = 0, count = 1): IommuMap => ({
  iova,
  phys,
  size,
  first,
  count,
});
const shown = (runs: readonly IommuRun[]) =>
  runs.map(({ iova, phys, pageSize, pages, entry, isPadding }) =>
    [
      `${iova.toString(16)} → ${phys.toString(16)}`,
      `${pages} × ${pageSize / K}K`,
      `entry ${entry}${isPadding ? ' padding' : ''}`,
    ].join(', '),
  );

describe('huge pages', () => {
  const two = [map(0xffc00000, 0x80000000, 2 * M), map(0xffe00000, 0xc0000000, 2 * M, 1)];

  test('two of 2 MiB (E13) are two entries of the IOTLB', () => {
    const runs = pageRuns(two, VTD);
    expect(shown(runs)).toEqual([
      'ffc00000 → 80000000, 1 × 2048K, entry 0',
      'ffe00000 → c0000000, 1 × 2048K, entry 1',
    ]);
    expect([iotlbEntries(runs), smallestPages(runs, 4 * K)]).toEqual([2, 1024]);
  });

  test('a page of 4 KiB in front shifts both: all of it in small pages', () => {
    const runs = pageRuns(
      [
        map(0xff800000, 0x10000000, 4 * K),
        map(0xff801000, 0x80000000, 2 * M, 1),
        map(0xffa01000, 0xc0000000, 2 * M, 2),
      ],
      VTD,
    );
    expect(shown(runs)).toEqual([
      'ff800000 → 10000000, 1 × 4K, entry 0',
      'ff801000 → 80000000, 512 × 4K, entry 1',
      'ffa01000 → c0000000, 512 × 4K, entry 2',
    ]);
    expect(iotlbEntries(runs)).toBe(1025);
  });

  test('memory that begins a page before a boundary joins from there on', () => {
    expect(shown(pageRuns([map(0xff9ff000, 0x801ff000, 2 * M + 8 * K)], VTD))).toEqual([
      'ff9ff000 → 801ff000, 1 × 4K, entry 0',
      'ffa00000 → 80200000, 1 × 2048K, entry 0',
      'ffc00000 → 80400000, 1 × 4K, entry 0',
    ]);
  });

  test('an AMD table has every power of two', () => {
    expect(shown(pageRuns([map(0xffff8000, 0x10000000, 28 * K)], AMD))).toEqual([
      'ffff8000 → 10000000, 1 × 16K, entry 0',
      'ffffc000 → 10004000, 1 × 8K, entry 0',
      'ffffe000 → 10006000, 1 × 4K, entry 0',
    ]);
  });
});

describe('padding', () => {
  const ram = (phys: number, length: number) => ({ phys, length, peer: null });

  test('up to a boundary of 64 KiB (E10)', () => {
    const runs = pageRuns(
      [
        map(0xfffc0000, 0x10000000, 64 * K),
        map(0xfffd0000, 0x20000000, 64 * K, 1),
        map(0xfffe0000, 0x30000000, 48 * K, 2),
      ],
      VTD,
      [ram(0x10000000, 48 * K), ram(0x20000000, 48 * K), ram(0x30000000, 48 * K)],
    );
    expect(shown(runs)).toEqual([
      'fffc0000 → 10000000, 12 × 4K, entry 0',
      'fffcc000 → 1000c000, 4 × 4K, entry 0 padding',
      'fffd0000 → 20000000, 12 × 4K, entry 1',
      'fffdc000 → 2000c000, 4 × 4K, entry 1 padding',
      'fffe0000 → 30000000, 12 × 4K, entry 2',
    ]);
  });

  test('a page that the entry begins to fill is no padding', () => {
    const runs = pageRuns([map(0xfffc0000, 0x10000000, 64 * K)], AMD, [ram(0x10000000, 48 * K)]);
    expect(shown(runs)).toEqual(['fffc0000 → 10000000, 1 × 64K, entry 0']);
  });

  test('entries of one call, the first with padding that is the second’s memory', () => {
    const runs = pageRuns([map(0xfffc0000, 0x10000000, 80 * K, 0, 2)], VTD, [
      ram(0x10000200, 47 * K),
      ram(0x10010000, 16 * K),
    ]);
    expect(shown(runs)).toEqual([
      'fffc0000 → 10000000, 12 × 4K, entry 0',
      'fffcc000 → 1000c000, 4 × 4K, entry 0 padding',
      'fffd0000 → 10010000, 4 × 4K, entry 1',
    ]);
  });
});

describe('how often the driver is called', () => {
  // 4 KiB, 2 MiB, 8 KiB in 4 KiB pages.
  const maps = [map(0xff9ff000, 0x801ff000, 2 * M + 12 * K)];
  const iova = [{ base: 0xff9ff000, size: 2 * M + 12 * K, reserved: 4 * M }];

  test.each([
    ['runs', 3],
    ['pages', 4],
    ['ranges', 1],
  ] as const)('by %s: %i times for four pages', (by, calls) => {
    expect(countPages({ maps, iova }, VTD, by)).toEqual({ pages: 4, calls });
  });

  test('a list that needs no IOVA: never', () => {
    for (const by of ['runs', 'pages', 'ranges'] as const)
      expect(countPages({ maps: [], iova: [] }, VTD, by)).toEqual({ pages: 0, calls: 0 });
  });
});

test('no more runs than asked for', () => {
  const maps = Array.from({ length: 9 }, (_, i) => map(0x1000_0000 + i * K * 4, i * 16 * K, 4 * K));
  expect(pageRuns(maps, VTD, undefined, 4)).toEqual(pageRuns(maps, VTD).slice(0, 4));
});

const pages = fc.integer({ min: 1, max: 3000 });
const place = fc.integer({ min: 1, max: 2 ** 20 });

test('runs cover a call once and in order, and count as the kernel cuts page by page', () => {
  fc.assert(
    fc.property(place, place, pages, fc.constantFrom(VTD, AMD), (iova, phys, count, sizes) => {
      const one = map(iova * 4 * K, phys * 4 * K, count * 4 * K);
      const runs = pageRuns([one], sizes);
      let done = 0;
      for (const run of runs) {
        expect([run.iova, run.phys]).toEqual([one.iova + done, one.phys + done]);
        done += run.pages * run.pageSize;
      }
      expect(done).toBe(one.size);
      let single = 0;
      for (let at = 0; at < one.size; single++)
        at += iommuPgsize(one.iova + at, one.phys + at, one.size - at, sizes, false).pageSize;
      expect(iotlbEntries(runs)).toBe(single);
      const counted = countPages({ maps: [one], iova: [] }, sizes, 'runs');
      expect(counted).toEqual({ pages: single, calls: runs.length });
    }),
  );
});
