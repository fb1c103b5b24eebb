import { expect, test } from 'vitest';
import { cmdlineWords } from './cmdlineWords.ts';

const words = (text: string) =>
  cmdlineWords(text).words.map(({ name, value }) => [name, value?.text ?? null]);

test.each([
  [
    'ro quiet',
    [
      ['ro', null],
      ['quiet', null],
    ],
  ],
  [
    '  a=1\t b=2 ',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'dyndbg="file p2pdma.c +p" iommu=pt',
    [
      ['dyndbg', 'file p2pdma.c +p'],
      ['iommu', 'pt'],
    ],
  ],
  [
    '"pci=noats" x',
    [
      ['pci', 'noats'],
      ['x', null],
    ],
  ],
  [
    '"a=b c" d',
    [
      ['a', 'b c'],
      ['d', null],
    ],
  ],
  ['a=b=c', [['a', 'b=c']]],
  ['a=', [['a', '']]],
  ['a="', [['a', '']]],
  ['quiet -- single', [['quiet', null]]],
] as const)('%j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('values say where they stand', () => {
  for (const text of ['pci=noats', 'pci="noats"', '"pci=noats"']) {
    const [word] = cmdlineWords(text).words;
    expect(text.slice(word?.value?.start, word?.value?.end)).toBe('noats');
  }
});

test('an open quotation mark takes all that follows', () => {
  const { words, openQuote } = cmdlineWords('a="b c d');
  expect(openQuote).toBe(2);
  expect(words.map(({ value }) => value?.text)).toEqual(['b c d']);
});
