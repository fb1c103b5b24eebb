import { expect, test } from 'vitest';
import { iovaRows, layOutIovaSpace, sizeWords } from './layOutIovaSpace.ts';
import { layOutUnmapWindow } from './layOutUnmapWindow.ts';

const MIB = 2 ** 20;
const PLACES = [
  { base: 0xe0000000, size: 0x1ec00000, state: 'host-bridge' },
  { base: 0xfee00000, size: MIB, state: 'msi' },
  { base: 0xfffe0000, size: 0x10000, state: 'taken' },
  { base: 0xffff0000, size: 0xf000, state: 'taken' },
  { base: 0xfffff000, size: 0x1000, state: 'waiting' },
];

test('rows from the highest address down, those that touch joined, and what is free', () => {
  const rows = iovaRows(PLACES, 2 ** 48, true).map(({ base, kind, count }) => [
    base.toString(16),
    kind,
    count,
  ]);
  expect(rows).toEqual([
    ['100000000', 'free', 1],
    ['fffff000', 'waiting', 1],
    ['fffe0000', 'taken', 2],
    ['fef00000', 'free', 1],
    ['fee00000', 'reserved', 1],
    ['fec00000', 'free', 1],
    ['e0000000', 'reserved', 1],
    ['0', 'free', 1],
  ]);
});

test('the top of 64 bits is above everything', () => {
  const rows = iovaRows([{ base: -4096, size: 4096, state: 'taken' }], 2 ** 64);
  expect(rows.map(({ kind }) => kind)).toEqual(['taken', 'free']);
});

test('more rows than there is room for are counted', () => {
  const rows = iovaRows(PLACES, 2 ** 48);
  const { texts, boxes, height } = layOutIovaSpace(rows, 3);
  expect(texts.at(-1)?.text).toBe('and 6 more rows below');
  expect(boxes).toHaveLength(3);
  for (const { rect } of boxes) expect(rect.y + rect.height).toBeLessThan(height);
});

test.each([
  [4096, '4 KiB'],
  [132 * 1024, '132 KiB'],
  [492 * MIB, '492 MiB'],
  [3.5 * 2 ** 30, '3.5 GiB'],
  [2 ** 48 - 2 ** 32, '≈ 256 TiB'],
  [2 ** 64, '16 EiB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('lazy: a window in which the old target is still reached; strict: none', () => {
  expect(layOutUnmapWindow(10).boxes.map(({ kind }) => kind)).toEqual([
    'taken',
    'waiting',
    'reserved',
  ]);
  expect(layOutUnmapWindow(0).boxes.map(({ kind }) => kind)).toEqual(['taken', 'reserved']);
});
