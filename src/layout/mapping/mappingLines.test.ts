import { expect, test } from 'vitest';
import { mappingLines } from './mappingLines.ts';
import { SHOWN_LISTS } from './shownLists.testkit.ts';

const nameOf = () => 'NVMe-A';

test('each entry in words, with what goes out for it and why', () => {
  expect(mappingLines(SHOWN_LISTS['S2 translating'](), nameOf, 100)).toEqual([
    {
      entry: 0,
      memory: 'RAM, 4 KiB at 1000 0000',
      wire: 'DMA entry 1: IOVA ffff c000, 8 KiB',
      why: '',
    },
    {
      entry: 1,
      memory: 'RAM, 4 KiB at 2000 0000',
      wire: 'continues DMA entry 1',
      why: 'it joins the one before',
    },
    {
      entry: 2,
      memory: 'NVMe-A (BUS_ADDR), 8 KiB at 38 0000 0000',
      wire: 'DMA entry 2: bus address 38 0000 0000, 8 KiB',
      why: 'a bus address stands alone',
    },
    {
      entry: 3,
      memory: 'RAM, 4 KiB at 3000 0000',
      wire: 'DMA entry 3: IOVA ffff e000, 8 KiB',
      why: 'a bus address came between',
    },
    {
      entry: 4,
      memory: 'RAM, 4 KiB at 3000 1000',
      wire: 'continues DMA entry 3',
      why: 'it joins the one before',
    },
  ]);
});

test('of a refused list the entry that failed has the error, all others are restored', () => {
  const lines = mappingLines(SHOWN_LISTS['S2 refused'](), nameOf, 100);
  expect(lines.map(({ why }) => why)).toEqual([
    'restored',
    'restored',
    '-EREMOTEIO',
    'restored',
    'restored',
  ]);
});

test('a long list is cut', () => {
  expect(mappingLines(SHOWN_LISTS['a long list'](), nameOf, 200)).toHaveLength(200);
});
