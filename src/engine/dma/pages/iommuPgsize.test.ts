import { expect, test } from 'vitest';
import { iommuPgsize } from './iommuPgsize.ts';
import { pageSizesOf } from './pageSizesOf.ts';

const K = 2 ** 10;
const M = 2 ** 20;
const VTD = pageSizesOf('intel').pageSizes;
const AMD = pageSizesOf('amd').pageSizes;

test.each([
  ['one page', 0xfffff000, 0x10000000, 4 * K, VTD, 4 * K, 1],
  ['64 KiB of VT-d are 16 pages', 0xffff0000, 0x10000000, 64 * K, VTD, 4 * K, 16],
  ['of AMD one', 0xffff0000, 0x10000000, 64 * K, AMD, 64 * K, 1],
  ['2 MiB at 2 MiB', 0xffe00000, 0x80000000, 2 * M, VTD, 2 * M, 1],
  ['2 MiB, memory shifted', 0xffe00000, 0x80001000, 2 * M, VTD, 4 * K, 512],
  ['up to where a larger one fits', 0xffbff000, 0x801ff000, 2 * M + 4 * K, VTD, 4 * K, 1],
  ['no larger one fits: all of it', 0xffbff000, 0x801ff000, 2 * M, VTD, 4 * K, 512],
  ['1 GiB', 0x40000000, 0x140000000, 1024 * M, VTD, 1024 * M, 1],
  ['AMD: 12 KiB begin with 8', 0xffff8000, 0x10000000, 12 * K, AMD, 8 * K, 1],
  ['at the very top of 64 bits', -0x200000, 0x80000000, 2 * M, VTD, 2 * M, 1],
])('%s', (_, iova, phys, size, pageSizes, pageSize, pages) => {
  expect(iommuPgsize(iova, phys, size, pageSizes)).toEqual({ pageSize, pages });
  expect(iommuPgsize(iova, phys, size, pageSizes, false)).toEqual({ pageSize, pages: 1 });
});

test('less than a page cannot be mapped', () => {
  expect(() => iommuPgsize(0x1000, 0x1000, 512, VTD)).toThrow(RangeError);
});
