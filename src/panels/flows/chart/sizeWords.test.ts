import { expect, test } from 'vitest';
import { sizeMark, sizeWords } from './sizeWords.ts';

test('sizes are told exactly', () => {
  expect([64, 257, 1024, 1536, 4096, 4097, 2 ** 20, 3 * 2 ** 30].map(sizeWords)).toEqual([
    '64 B',
    '257 B',
    '1 KiB',
    '1.5 KiB',
    '4 KiB',
    '4097 B',
    '1 MiB',
    '3 GiB',
  ]);
});

test('an axis has them short', () => {
  expect([64, 1024, 4096, 2 ** 21].map(sizeMark)).toEqual(['64', '1K', '4K', '2M']);
});
