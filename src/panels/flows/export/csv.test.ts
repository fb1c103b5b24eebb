import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('a line a row, each ended by CR LF', () => {
  expect(
    csvText([
      ['flow', 'bytes_per_second', 'is_upper_bound'],
      ['gpu0 → gpu1', 56_310_000_000.5, false],
      ['unknown', null, true],
    ]),
  ).toBe(
    'flow,bytes_per_second,is_upper_bound\r\ngpu0 → gpu1,56310000000.5,false\r\nunknown,,true\r\n',
  );
});

test('commas, quotes, line ends and edges of white space are quoted', () => {
  expect(csvText([['a,b', 'say "go"', 'two\nlines', ' edge']])).toBe(
    '"a,b","say ""go""","two\nlines"," edge"\r\n',
  );
});

test('a name that a spreadsheet would compute stays a name; numbers stay numbers', () => {
  expect(csvText([['=1+1', '@x', '-go', -1.5]])).toBe("'=1+1,'@x,'-go,-1.5\r\n");
});
