import { expect, test } from 'vitest';
import { ALLOW_LIST } from '../../engine/p2pdma/allowList.ts';
import { hostListLines } from './hostListLines.ts';

test('every row is there, with the kernels that have it', () => {
  const lines = hostListLines();
  expect(lines).toHaveLength(ALLOW_LIST.length);
  expect(lines).toContainEqual({
    id: '1022:1450',
    title: '1022:1450 AMD Zen (family 17h, models 00-0fh)',
    known: 'since Linux 5.2, gone in 5.9; 0f97da831026',
  });
  expect(lines).toContainEqual({
    id: '8086:3c00',
    title: '8086:3c00 Intel Xeon E5 / Core i7 (Sandy Bridge-E)',
    known: 'since Linux 5.4; only below one host bridge; 494d63b0d5d0',
  });
  expect(lines).toContainEqual(
    expect.objectContaining({ id: '1ae0:any', known: expect.stringContaining('since Linux 7.0') }),
  );
});

test('ids are distinct, for the list on the page', () => {
  const ids = hostListLines().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
