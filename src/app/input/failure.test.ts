import { expect, test } from 'vitest';
import { badFile, notUnderstood } from './failure.ts';

test.each([
  ['hello\n', 'One line, beginning with “hello”.'],
  ['\n\n  first words\nmore', '4 lines, beginning with “first words”.'],
  [' \n\t\n', 'Nothing but blank space.'],
  ['\u0000\u0001PK', 'One line, beginning with “··PK”.'],
  ['x'.repeat(100), `One line, beginning with “${'x'.repeat(60)}…”.`],
])('says what was found in %j', (text, found) => {
  expect(notUnderstood(text, []).found).toBe(found);
});

test('names the file and the limit', () => {
  const { found } = badFile('dump.txt.gz', 'too-large', 64 * 1024 * 1024);
  expect(found).toBe('dump.txt.gz holds more than 64 MiB of text.');
});
