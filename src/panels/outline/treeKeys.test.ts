import { expect, test } from 'vitest';
import type { PartId } from '../../store/state.ts';
import type { OutlineRow } from './outlineRows.ts';
import { treeMove } from './treeKeys.ts';
import { typeAhead } from './typeAhead.ts';

const part = (id: string) => id as PartId;
function row(id: string, parent: string | null, isExpanded: boolean | null): OutlineRow {
  return {
    id: part(id),
    level: 1,
    posInSet: 1,
    setSize: 1,
    parent: parent === null ? null : part(parent),
    isExpanded,
    isMatch: false,
  };
}
const rows = [
  row('a', null, true),
  row('b', 'a', null),
  row('c', 'a', false),
  row('d', null, false),
];
const press = (active: number, key: string) => treeMove(rows, active, key, 2);

test.each([
  [0, 'ArrowDown', 1],
  [3, 'ArrowDown', 3],
  [-1, 'ArrowDown', 0],
  [-1, 'ArrowUp', 3],
  [0, 'ArrowUp', 0],
  [2, 'Home', 0],
  [0, 'End', 3],
  [0, 'PageDown', 2],
  [3, 'PageUp', 1],
  [0, 'ArrowRight', 1],
  [1, 'ArrowLeft', 0],
  [2, 'ArrowLeft', 0],
])('from line %d %s goes to %d', (active, key, to) => {
  expect(press(active, key)).toEqual({ kind: 'go', to });
});

test('right unfolds, left folds, * unfolds all siblings', () => {
  expect(press(2, 'ArrowRight')).toEqual({ kind: 'unfold', ids: ['c'] });
  expect(press(0, 'ArrowLeft')).toEqual({ kind: 'fold', id: 'a' });
  expect(press(0, '*')).toEqual({ kind: 'unfold', ids: ['d'] });
  expect(press(1, 'ArrowRight')).toBeNull();
  expect(press(3, 'ArrowLeft')).toBeNull();
  expect(press(0, 'x')).toBeNull();
  expect(treeMove([], -1, 'ArrowDown', 2)).toBeNull();
});

const names = ['host', 'gpu', 'nic', 'gpu two', 'switch'];
const type = (active: number, typed: string) =>
  typeAhead(names.length, (index) => [names[index] ?? ''], active, typed);

test('letters lead to the next line that begins with them', () => {
  expect(type(0, 'g')).toBe(1);
  expect(type(1, 'g')).toBe(3);
  expect(type(3, 'g')).toBe(1);
  expect(type(3, 'gg')).toBe(1);
  expect(type(1, 'gpu t')).toBe(3);
  expect(type(1, 'GPU')).toBe(1);
  expect(type(-1, 'h')).toBe(0);
  expect(type(0, 'z')).toBe(-1);
});
