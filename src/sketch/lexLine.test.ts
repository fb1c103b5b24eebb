import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexLine, nameWord, quoted } from './lexLine.ts';

test.each([
  ['  gpu0: gpu bar=16G # x', ['gpu0:', 'gpu', 'bar=16G'], 2],
  ['host "a b" x', ['host', '"a b"', 'x'], 0],
  ['driver="a b"c', ['driver="a b"c'], 0],
  ['a#b #c', ['a#b'], 0],
  ['\t x', ['x'], 2],
  ['"open x', ['"open x'], 0],
])('%j', (line, words, indent) => {
  const lexed = lexLine(line);
  expect(lexed.words.map(({ text }) => text)).toEqual(words);
  expect(lexed.indent).toBe(indent);
});

test('what a word is', () => {
  const [name, kind, value] = lexLine('"a \\"b\\"": gpu driver="x=y"').words;
  expect(name).toMatchObject({ value: 'a "b"', isName: true, isQuoted: true });
  expect(kind).toMatchObject({ value: 'gpu', isName: false, equals: null });
  expect(value).toMatchObject({ value: 'driver=x=y', equals: 21 });
});

test('any text survives quotes, and a name is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      if (/[\u0085\u2028\u2029]/.test(text)) return;
      expect(lexLine(quoted(text)).words[0]?.value ?? '').toBe(text);
      const [word] = lexLine(`${nameWord(text)}: gpu`).words;
      expect(word).toMatchObject({ value: text, isName: true });
    }),
  );
});

test('words lie where they say, whatever the line', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      const { words, comment } = lexLine(line);
      for (const { from, to, text } of words) expect(line.slice(from, to)).toBe(text);
      if (comment) expect(line[comment.from]).toBe('#');
    }),
  );
});
