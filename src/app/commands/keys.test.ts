import { expect, test } from 'vitest';
import { ariaKeys, isCharacterKey, isMacLike, keysByPlace, keyWords, normalKeys } from './keys.ts';

test.each([
  ['$mod+Shift+z', 'Ctrl+Shift+Z', '⇧⌘Z'],
  ['$mod+KeyS', 'Ctrl+S', '⌘S'],
  ['Shift+Digit1', 'Shift+1', '⇧1'],
  ['Shift+?', '?', '?'],
  ['Shift++', '+', '+'],
  ['-', '−', '−'],
  ['$mod+.', 'Ctrl+.', '⌘.'],
  ['Control+y', 'Ctrl+Y', '⌃Y'],
  ['Shift+F10', 'Shift+F10', '⇧F10'],
  ['p', 'P', 'P'],
])('%s is shown as %s, on a Mac as %s', (keys, words, mac) => {
  expect(keyWords(keys, false)).toBe(words);
  expect(keyWords(keys, true)).toBe(mac);
});

test('the same press has one spelling', () => {
  expect(normalKeys('$mod+Shift+z')).toBe(normalKeys('Shift+Control+KeyZ'));
  expect(normalKeys('1')).not.toBe(normalKeys('Shift+Digit1'));
});

test('letters have a place, too', () => {
  expect(['p', '$mod+Shift+z', 'Shift+?', 'Shift+Digit1', 'Shift+F10'].map(keysByPlace)).toEqual([
    'KeyP',
    '$mod+Shift+KeyZ',
    null,
    null,
    null,
  ]);
});

test.each(['p', 'Shift+Digit1', 'Shift+?', '+', '-', '='])('%s is a character', (keys) => {
  expect(isCharacterKey(keys)).toBe(true);
});

test.each(['$mod+k', 'Shift+F10', 'Escape', 'Control+y'])('%s is none', (keys) => {
  expect(isCharacterKey(keys)).toBe(false);
});

test('for assistive technology', () => {
  expect(ariaKeys(['$mod+Shift+z', 'Control+y'], false)).toBe('Control+Shift+Z Control+Y');
  expect(ariaKeys(['$mod+k'], true)).toBe('Meta+K');
  expect(ariaKeys(['Shift++', '='], false)).toBe('Shift+Plus =');
});

test('who prints ⌘', () => {
  expect(['MacIntel', 'iPad', 'Linux x86_64', 'Win32'].map(isMacLike)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
