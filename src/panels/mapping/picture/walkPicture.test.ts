import { expect, test } from 'vitest';
import { layOutMapping } from '../../../layout/mapping/layOutMapping.ts';
import { SHOWN_LISTS } from '../../../layout/mapping/shownLists.testkit.ts';
import { isPointed } from './pointed.ts';
import { boxAfterKey, walkable } from './walkPicture.ts';

function scene(name: keyof typeof SHOWN_LISTS) {
  return layOutMapping(SHOWN_LISTS[name](), { width: 800, step: null, nameOf: () => 'NVMe-A' });
}

function walk(name: keyof typeof SHOWN_LISTS, ...keys: readonly string[]): string | undefined {
  const boxes = walkable(scene(name));
  let at = boxes[0];
  for (const key of keys) at = (at && boxAfterKey(boxes, at, key)) ?? at;
  return at?.key;
}

test.each([
  [['ArrowDown'], 'entry-1'],
  [['ArrowUp'], 'entry-0'],
  [['End'], 'entry-4'],
  [['End', 'Home'], 'entry-0'],
  [['ArrowRight'], 'output-0'],
  [['ArrowDown', 'ArrowDown', 'ArrowRight'], 'output-1'],
  [['ArrowRight', 'End', 'ArrowLeft'], 'entry-3'],
  [['ArrowLeft'], 'entry-0'],
])('%j leads to %s', (keys, key) => {
  expect(walk('S2 translating', ...keys)).toBe(key);
});

test('of a refused list the error is reached from any entry, and leads back to the one that failed', () => {
  expect(walk('S2 refused', 'ArrowRight')).toBe('error');
  expect(walk('S2 refused', 'ArrowRight', 'ArrowLeft')).toBe('entry-2');
});

test('keys reach every entry and every output, and each has its name', () => {
  for (const box of walkable(scene('a long list'))) expect(box.label).toMatch(/entr(y|ies) /i);
});

test('an entry lights its own way only, an output those of all its entries', () => {
  const { ribbons } = scene('S2 translating');
  const lit = (output: number | null, entry: number | null) =>
    ribbons.filter(({ about }) => isPointed(about, { output, entry })).map(({ key }) => key);
  expect(lit(0, 1)).toEqual(['in-1', 'out-0']);
  expect(lit(0, null)).toEqual(['in-0', 'in-1', 'out-0']);
  expect(lit(1, null)).toEqual(['past-1']);
  expect(lit(null, null)).toEqual([]);
});
