import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex, hex64, hex64Value, isHex64, parseHex64 } from './hex.ts';

test('pads to the digits asked for and never cuts', () => {
  expect(hex(0x5f, 4)).toBe('005f');
  expect(hex(0x12345, 4)).toBe('12345');
});

test('64-bit numbers survive the way through text', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
      const text = hex64(value);
      expect(isHex64(text)).toBe(true);
      expect(hex64Value(text)).toBe(value);
      expect(parseHex64(text.slice(2).toUpperCase())).toBe(text);
    }),
  );
});

test.each(['', '0x', 'g', '-1', '1'.repeat(17)])('%j is no 64-bit number', (text) => {
  expect(parseHex64(text)).toBeNull();
});

test('what does not fit is the caller’s mistake', () => {
  expect(() => hex64(1n << 64n)).toThrow(RangeError);
  expect(() => hex64(-1n)).toThrow(RangeError);
});
