import { describe, expect, test } from 'vitest';
import type { IommuScene } from './iommuScene.ts';
import {
  layOutPageTable,
  leftOutWords,
  type ShownPages,
  type ShownTable,
} from './layOutPageTable.ts';

const leaf = (first: number, last: number, pages: number, pageSize: number): ShownPages => ({
  firstIndex: first,
  lastIndex: last,
  iova: 0xffe00000 + first * 4096,
  phys: 0x3800000000,
  pageSize,
  pages,
  entry: 1,
  isPadding: false,
});

/** Two pages of 2 MiB and 16 of 4 KiB, as a walk reads them. */
const TREE: ShownTable = {
  level: 4,
  index: null,
  entries: [
    {
      level: 3,
      index: 0,
      entries: [
        {
          level: 2,
          index: 3,
          entries: [
            leaf(508, 509, 2, 2 ** 21),
            { level: 1, index: 511, entries: [leaf(496, 511, 16, 4096)] },
          ],
        },
      ],
    },
  ],
};
const options = {
  width: 1000,
  leadsTo: () => ({ text: 'RAM, entry 1', isPeer: false }),
  leftOut: null,
};
const scene = layOutPageTable(TREE, options);
const words = ({ texts }: IommuScene) => texts.map(({ text }) => text);

test('indices of all levels, addresses, pages, and where they lead', () => {
  expect(words(scene).slice(14)).toEqual([
    '508–509',
    'ffff c000',
    '2 × 2 MiB',
    '38 0000 0000',
    'RAM, entry 1',
    '496–511',
    'ffff 0000',
    '16 × 4 KiB',
    '38 0000 0000',
    'RAM, entry 1',
    '511',
    '3',
    '0',
  ]);
});

test('the entry of a large page takes the columns of the levels below', () => {
  const leaves = scene.boxes.filter(({ kind }) => kind === 'leaf').map(({ rect }) => rect.width);
  expect(leaves).toEqual([113, 63]);
});

test('an entry is as tall as all that it leads to', () => {
  const tall = scene.boxes.filter(({ kind }) => kind === 'index').map(({ rect }) => rect.height);
  expect(tall).toEqual([23, 47, 47]);
});

test('full tables of one run are shown as one', () => {
  const full = (index: number) => ({
    level: 1,
    index,
    entries: [
      { ...leaf(0, 511, 512, 4096), iova: index * 2 ** 21, phys: 0x100001000 + index * 2 ** 21 },
    ],
  });
  const many = Array.from({ length: 500 }, (_, i) => full(i));
  const drawn = layOutPageTable({ level: 2, index: null, entries: many }, options);
  expect(words(drawn)).toContain('256000 × 4 KiB');
  expect(words(drawn)).toContain('0–499');
  expect(drawn.boxes.filter(({ kind }) => kind === 'leaf')).toHaveLength(1);
});

test('pages are parted by ticks', () => {
  expect(scene.lines.filter(({ kind }) => kind === 'tick')).toHaveLength(1 + 15);
});

describe('everything lies within the size', () => {
  test.each([400, 1000, 3000])('%i wide', (width) => {
    const { boxes, texts, lines, ...size } = layOutPageTable(TREE, {
      ...options,
      width,
      leftOut: leftOutWords(3),
    });
    for (const { rect } of boxes) {
      expect(rect.x).toBeGreaterThanOrEqual(0);
      expect(rect.x + rect.width).toBeLessThanOrEqual(size.width);
      expect(rect.y + rect.height).toBeLessThanOrEqual(size.height);
    }
    for (const { y } of texts) expect(y).toBeLessThanOrEqual(size.height);
    for (const { to } of lines) expect(to.x).toBeLessThanOrEqual(size.width);
  });
});

test('what is left out is said', () => {
  expect(leftOutWords(0)).toBeNull();
  expect(leftOutWords(1)).toBe('and 1 more run of pages');
  expect(words(layOutPageTable(TREE, { ...options, leftOut: 'and more' }))).toContain('and more');
});
