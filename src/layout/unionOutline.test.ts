import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rect } from './scene.ts';
import { unionOutline } from './unionOutline.ts';

const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x,
  y,
  width,
  height,
});

/** Twice the signed area: positive where the inside is on the right hand of a walker. */
function area(loop: ReturnType<typeof unionOutline>[number]): number {
  return loop.reduce((sum, at, index) => {
    const next = loop[(index + 1) % loop.length] ?? at;
    return sum + at.x * next.y - next.x * at.y;
  }, 0);
}

test('one rectangle is its own outline', () => {
  expect(unionOutline([rect(1, 2, 10, 20)])).toEqual([
    [
      { x: 1, y: 2 },
      { x: 11, y: 2 },
      { x: 11, y: 22 },
      { x: 1, y: 22 },
    ],
  ]);
});

test.each<readonly [string, readonly Rect[], number, number]>([
  ['two that overlap in a cross', [rect(0, 4, 12, 4), rect(4, 0, 4, 12)], 1, 12],
  ['two side by side, touching', [rect(0, 0, 4, 4), rect(4, 0, 4, 4)], 1, 4],
  ['two that touch in a corner', [rect(0, 0, 4, 4), rect(4, 4, 4, 4)], 2, 8],
  ['two apart', [rect(0, 0, 4, 4), rect(8, 0, 4, 4)], 2, 8],
  ['one in another', [rect(0, 0, 9, 9), rect(2, 2, 3, 3)], 1, 4],
  [
    'a ring: outside and hole',
    [rect(0, 0, 9, 2), rect(0, 7, 9, 2), rect(0, 0, 2, 9), rect(7, 0, 2, 9)],
    2,
    8,
  ],
])('%s', (_, rects, loops, corners) => {
  const found = unionOutline(rects);
  expect(found).toHaveLength(loops);
  expect(found.flat()).toHaveLength(corners);
});

const rects = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 12 }),
    y: fc.integer({ min: 0, max: 12 }),
    width: fc.integer({ min: 1, max: 6 }),
    height: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 1, maxLength: 8 },
);

test('the loops enclose exactly the cells that the rectangles cover', () => {
  fc.assert(
    fc.property(rects, (list) => {
      const cells = new Set<string>();
      for (const { x, y, width, height } of list) {
        for (let column = x; column < x + width; column++) {
          for (let row = y; row < y + height; row++) cells.add(`${column} ${row}`);
        }
      }
      const enclosed = unionOutline(list).reduce((sum, loop) => sum + area(loop), 0) / 2;
      expect(enclosed).toBe(cells.size);
    }),
  );
});

test('lines are horizontal and vertical in turn', () => {
  fc.assert(
    fc.property(rects, (list) => {
      for (const loop of unionOutline(list)) {
        loop.forEach((at, index) => {
          const next = loop[(index + 1) % loop.length] ?? at;
          const after = loop[(index + 2) % loop.length] ?? at;
          expect(at.x === next.x).not.toBe(at.y === next.y);
          expect(at.x === next.x).toBe(next.y === after.y);
        });
      }
    }),
  );
});
