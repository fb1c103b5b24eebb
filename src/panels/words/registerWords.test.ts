import { expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { classCodeDigits, classWords, groupsOfFour, sizeWords, word } from './registerWords.ts';

test('words and addresses', () => {
  expect(word(0x1d)).toBe('0x001d');
  expect(groupsOfFour(hex64(0x38bfc0000000n))).toEqual(['0x38bf', 'c000', '0000']);
  expect(groupsOfFour(hex64(0xfa000000n))).toEqual(['0xfa00', '0000']);
  expect(groupsOfFour(hex64(0x12345n))).toEqual(['0x1', '2345']);
  expect(groupsOfFour(hex64(0n))).toEqual(['0x0']);
});

test.each([
  [16, '16 bytes'],
  [4096, '4 KiB'],
  [16 * 2 ** 20, '16 MiB'],
  [128 * 2 ** 30, '128 GiB'],
  [1.5 * 2 ** 20, '1.5 MiB'],
  [2 ** 40, '1 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeWords(bytes)).toBe(text);
});

test('classes', () => {
  expect(classCodeDigits(0x010802)).toBe('01 08 02');
  expect(classWords(0x010802)).toBe('Non-volatile memory controller');
  expect(classWords(0x018000)).toBe('Mass storage controller');
  expect(classWords(0x770000)).toBe('Unknown class');
});
