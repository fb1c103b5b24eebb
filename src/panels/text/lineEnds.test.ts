import { expect, test } from 'vitest';
import { lineEnds } from './lineEnds.ts';

test.each(['', 'a', 'a\nb\n', 'a\r\nb\r\n', 'a\r\nb', '\r\n\r\n', 'a\r\nb\nc', '\n\r\n', 'a\rb'])(
  '%j comes out as it went in',
  (text) => {
    const { inside, outside } = lineEnds(text);
    expect(outside(inside)).toBe(text);
  },
);

test('a line added to a text with returns ends in one', () => {
  expect(lineEnds('a\r\nb\r\n').outside('a\nx\nb\n')).toBe('a\r\nx\r\nb\r\n');
});
