import { expect, test } from 'vitest';
import { pageRuns } from './pageRuns.ts';
import { pageSizesOf } from './pageSizesOf.ts';
import { isTable, type PageEntries, type PageTable, pageTable, tableIndex } from './pageTable.ts';

const K = 2 ** 10;
const M = 2 ** 20;
const runs = (hardware: 'intel' | 'amd', maps: readonly (readonly [number, number, number])[]) =>
  pageRuns(
    maps.map(([iova, phys, size], first) => ({ iova, phys, size, first, count: 1 })),
    pageSizesOf(hardware).pageSizes,
  );

/** `4[0] 3[3] 2[510–511 2048K]`: level and index of tables, entries of pages. */
function shown(one: PageTable | PageEntries): string {
  if (!isTable(one))
    return `${one.firstIndex}–${one.lastIndex}: ${one.pages} × ${one.pageSize / K}K`;
  return `${one.level}${one.index === null ? '' : `@${one.index}`}(${one.entries.map(shown).join('; ')})`;
}

test('the indices of an address', () => {
  expect([4, 3, 2, 1].map((level) => tableIndex(0xfffff000, level))).toEqual([0, 3, 511, 511]);
  expect([4, 3, 2, 1].map((level) => tableIndex(0xffff_ffff_f000, level))).toEqual([
    511, 511, 511, 511,
  ]);
  expect(tableIndex(-4096, 4)).toBe(511);
});

test('two pages of 2 MiB end one level above the last', () => {
  const two = runs('intel', [
    [0xffc00000, 0x80000000, 2 * M],
    [0xffe00000, 0xc0000000, 2 * M],
  ]);
  const tree = pageTable(two);
  expect(tree.root && shown(tree.root)).toBe('4(3@0(2@3(510–510: 1 × 2048K; 511–511: 1 × 2048K)))');
  expect([tree.tables, tree.entries]).toEqual([3, 2]);
});

test('small pages on both sides of a table’s end', () => {
  const tree = pageTable(runs('intel', [[0xffdfe000, 0x10000000, 16 * K]]));
  expect(tree.root && shown(tree.root)).toBe(
    '4(3@0(2@3(1@510(510–511: 2 × 4K); 1@511(0–1: 2 × 4K))))',
  );
});

test('an AMD page of 64 KiB fills 16 entries', () => {
  const tree = pageTable(runs('amd', [[0xffff0000, 0x10000000, 64 * K]]));
  expect(tree.root && shown(tree.root)).toBe('4(3@0(2@3(1@511(496–511: 1 × 64K))))');
  expect(tree.entries).toBe(16);
});

test('nothing mapped, no table', () => {
  expect(pageTable([])).toEqual({ root: null, tables: 0, entries: 0 });
});
