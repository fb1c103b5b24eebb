import { expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

test.each([
  ['plain', [0x50, 0x43, 0x49], 'PCI', 'utf-8'],
  ['UTF-8', [0xc3, 0xa9], 'é', 'utf-8'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x41], 'A', 'utf-8'],
  ['Latin-1', [0x41, 0xe9, 0x42], 'AéB', 'windows-1252'],
  ['UTF-16', [0xff, 0xfe, 0x41, 0x00], 'A', 'utf-16le'],
] as const)('%s', (_, bytes, text, encoding) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding });
});
