import { expect, test } from 'vitest';
import { keepSame } from './keepSame.ts';

test('what says the same is the same', () => {
  const before = {
    name: 'a',
    list: [
      { id: 'x', bars: [1, 2] },
      { id: 'y', bars: [] },
    ],
    none: null,
  };
  expect(keepSame(before, structuredClone(before))).toBe(before);
});

test('only what differs is new, and items are found by their ids', () => {
  const x = { id: 'x', bars: [1, 2] };
  const y = { id: 'y', bars: [3] };
  const kept = keepSame(
    [x, y],
    [
      { id: 'new', bars: [] },
      { id: 'x', bars: [1, 2] },
      { id: 'y', bars: [4] },
    ],
  );
  expect(kept).toEqual([
    { id: 'new', bars: [] },
    { id: 'x', bars: [1, 2] },
    { id: 'y', bars: [4] },
  ]);
  expect(kept[1]).toBe(x);
  expect(kept[2]).not.toBe(y);
  expect(keepSame({ x, y }, { x: structuredClone(x), y: null }).x).toBe(x);
});

test('another order is another list of the same items', () => {
  const items = [{ id: 'x' }, { id: 'y' }];
  const kept = keepSame(items, [{ id: 'y' }, { id: 'x' }]);
  expect(kept).toEqual([{ id: 'y' }, { id: 'x' }]);
  expect(kept[0]).toBe(items[1]);
});

test('a field that is gone, and one of another kind', () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepSame({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  expect(keepSame([1], { 0: 1 })).toEqual({ 0: 1 });
  expect(keepSame(null, { a: 1 })).toEqual({ a: 1 });
});
