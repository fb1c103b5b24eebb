import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { selectForMenu } from './selectForMenu.ts';

const [a, b] = [id('03:00.0'), id('04:00.0')];

test('a menu is about the part it was asked for on, and about the selection that holds it', () => {
  expect(selectForMenu(a, { selection: new Set(), focus: null })).toBe('replace');
  expect(selectForMenu(a, { selection: new Set([b]), focus: b })).toBe('replace');
  expect(selectForMenu(a, { selection: new Set([a, b]), focus: b })).toBe('add');
  expect(selectForMenu(a, { selection: new Set([a, b]), focus: a })).toBeNull();
});
