import { describe, expect, it } from 'vitest';
import { cleanLines } from './cleanLines.ts';

const texts = (text: string) => cleanLines(text).map((line) => line.text);
const ESC = String.fromCharCode(27);
const NUL = String.fromCharCode(0);

describe('cleanLines', () => {
  it('numbers lines from 1', () => {
    expect(cleanLines('a\n\nb').map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it.each([
    ['CRLF', 'a\r\nb\r\n', ['a', 'b', '']],
    ['lone carriage returns', 'a\rb', ['a', 'b']],
    ['trailing blanks', 'a  \t\nb', ['a', 'b']],
    ['leading tabs', '\t\ta', ['\t\ta']],
    ['quotes', '> a\n>> b\n> > c\n>d', ['a', 'b', 'c', 'd']],
    ['a quoted tab', '> \tSubsystem: x', ['\tSubsystem: x']],
    ['an empty quoted line', '>\n> ', ['', '']],
    [
      'flags that begin with the mark',
      '>TAbort- <TAbort-\n>SERR-',
      ['>TAbort- <TAbort-', '>SERR-'],
    ],
    ['quoted flags', '> >TAbort- <TAbort-', ['>TAbort- <TAbort-']],
    ['terminal colours', `${ESC}[01;31m00:02.0${ESC}[0m VGA`, ['00:02.0 VGA']],
    ['NUL bytes', `0${NUL}0:02.0`, ['00:02.0']],
    ['no-break spaces', '\u00a0\u00a0Region\u00a00', ['  Region 0']],
    ['byte order mark and joiners', '\ufeff00:00.0\u200b x', ['00:00.0 x']],
    ['a tab before a bracket', '\t[virtual] Expansion ROM é', ['\t[virtual] Expansion ROM é']],
  ])('cleans %s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});
