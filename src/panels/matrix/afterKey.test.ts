import { expect, test } from 'vitest';
import { afterKey } from './afterKey.ts';

const size = { rows: 30, columns: 20, page: 10 };
const from = { row: 15, column: 5 };
const go = (key: string, isCtrl = false, spot = from) => {
  const to = afterKey(key, isCtrl, spot, size);
  return to && `${to.row},${to.column}`;
};

test.each([
  ['ArrowUp', '14,5'],
  ['ArrowDown', '16,5'],
  ['ArrowLeft', '15,4'],
  ['ArrowRight', '15,6'],
  ['Home', '15,0'],
  ['End', '15,19'],
  ['PageUp', '5,5'],
  ['PageDown', '25,5'],
  ['Enter', null],
  ['a', null],
])('%s leads to %s', (key, to) => {
  expect(go(key)).toBe(to);
});

test('with Control, to the corners', () => {
  expect(go('Home', true)).toBe('0,0');
  expect(go('End', true)).toBe('29,19');
  expect(go('ArrowDown', true)).toBeNull();
});

test('an edge holds', () => {
  expect(go('ArrowUp', false, { row: 0, column: 0 })).toBe('0,0');
  expect(go('PageDown', false, { row: 29, column: 0 })).toBe('29,0');
  expect(afterKey('End', true, from, { rows: 0, columns: 0, page: 1 })).toBeNull();
});
