import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TextChange, textChanges } from './textChange.ts';

function applied(text: string, changes: readonly TextChange[]): string {
  return [...changes].reverse().reduce((so, { from, to, insert }) => {
    return so.slice(0, from) + insert + so.slice(to);
  }, text);
}

test('a word within a line', () => {
  expect(textChanges('a\n  b gen5 x16\nc\n', 'a\n  b gen4 x16\nc\n')).toEqual([
    { from: 9, to: 10, insert: '4' },
  ]);
});

test('two places far apart leave alone what lies between', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\n';
  const after = 'ones\ntwo\nthree\nfour\nsix\nfive\n';
  expect(textChanges(before, after)).toEqual([
    { from: 3, to: 3, insert: 's' },
    { from: 19, to: 19, insert: 'six\n' },
  ]);
});

test('makes the one text of the other, whatever they are', () => {
  const line = fc.constantFrom('a', 'b', 'cc', '', 'ab', '  a');
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('', '\n'))
    .map(([lines, end]) => lines.join('\n') + end);
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, textChanges(before, after))).toBe(after);
    }),
  );
});
