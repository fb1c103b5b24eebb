import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import { GridIndex } from './GridIndex.ts';

const rect: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 0, max: 900 }),
  height: fc.integer({ min: 0, max: 900 }),
});

test('finds what looking at everything finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 60 }), rect, (rects, asked) => {
      const index = new GridIndex(rects, (each) => each);
      expect(index.in(asked)).toEqual(rects.filter((each) => intersects(each, asked)));
    }),
  );
});
