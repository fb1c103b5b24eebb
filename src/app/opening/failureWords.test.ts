import { expect, test } from 'vitest';
import { foundText } from './failureWords.ts';

test.each([
  ['hello\n', 'One line, beginning with “hello”.'],
  ['\n\n  first words\nmore', '4 lines, beginning with “first words”.'],
  [' \n\t\n', 'Nothing but blank space.'],
  ['', 'Nothing but blank space.'],
  ['\u0000\u0001PK', 'One line, beginning with “··PK”.'],
  ['x'.repeat(100), `One line, beginning with “${'x'.repeat(60)}…”.`],
])('says what was found in %j', (text, found) => {
  expect(foundText(text)).toBe(found);
});
