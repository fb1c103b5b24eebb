import { expect, test } from 'vitest';
import type { Hex64 } from '../../../base/hex.ts';
import type { PageRun } from '../../../engine/mapping/mappingReport.ts';
import { pageTableShown } from './pageTableShown.ts';

const run = (iova: number, pageSize: number, pages: number): PageRun => ({
  iova: `0x${iova.toString(16)}` as Hex64,
  phys: '0x80000000' as Hex64,
  pageSize,
  pages,
  entry: 0,
  isPadding: false,
});

test('pages by size, tables, and what 4 KiB alone would need', () => {
  const shown = pageTableShown({
    runs: [run(0xff9ff000, 4096, 1), run(0xffa00000, 2 ** 21, 2), run(0xffe00000, 4096, 3)],
  });
  expect(shown.sizes).toEqual([
    { size: 2 ** 21, pages: 2 },
    { size: 4096, pages: 4 },
  ]);
  expect([shown.tables, shown.smallest, shown.leftOut]).toEqual([5, 1028, 0]);
});

test('long lists are cut, and counted whole', () => {
  const runs = Array.from({ length: 100 }, (_, i) => run(0xf0000000 + i * 8192, 4096, 1));
  const shown = pageTableShown({ runs });
  expect(shown.leftOut).toBe(52);
  expect(shown.smallest).toBe(100);
});

test('nothing mapped', () => {
  expect(pageTableShown({ runs: [] }).drawn).toBeNull();
});
