import { expect, test } from 'vitest';
import { withRecent } from './withRecent.ts';

test('six are kept, the latest first; one that is among them stays where it is', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].reduce<readonly string[]>(withRecent, []);
  expect(six).toEqual(['f', 'e', 'd', 'c', 'b', 'a']);
  expect(withRecent(six, 'c')).toBe(six);
  expect(withRecent(six, 'g')).toEqual(['g', 'f', 'e', 'd', 'c', 'b']);
});
