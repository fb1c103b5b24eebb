import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersects } from '../../layout/rects.ts';
import { placeBubble } from './placeBubble.ts';

const size = { width: 320, height: 90 };
const window = { width: 1200, height: 800 };
const hand = (x: number, y: number) => ({ x: x - 8, y: y - 8, width: 24, height: 24 });

test('it stands to the lower right of the hand', () => {
  expect(placeBubble(size, hand(100, 100), null, window)).toEqual({ x: 124, y: 124 });
});

test('it leaves the places beside the one that is aimed at clear', () => {
  const card = (x: number) => ({ x, y: 280, width: 180, height: 60 });
  const beside = [card(300), card(500), card(700)];
  const aimed = { x: 500, y: 280, width: 180, height: 60 };
  const at = placeBubble(size, hand(590, 260), aimed, window, { beside, isFinger: false });
  for (const rect of beside) expect(intersects({ ...at, ...size }, rect)).toBe(false);
});

test('it stands above a finger', () => {
  const at = placeBubble(size, hand(600, 400), null, window, { beside: [], isFinger: true });
  expect(at).toEqual({ x: 444, y: 294 });
});

test('it never leaves the window, nor covers the place that is aimed at', () => {
  const within = fc.record({
    x: fc.integer({ max: 1200, min: 0 }),
    y: fc.integer({ max: 800, min: 0 }),
  });
  const aimed = fc.record({
    x: fc.integer({ min: 0, max: 1180 }),
    y: fc.integer({ min: 0, max: 780 }),
    width: fc.integer({ min: 4, max: 300 }),
    height: fc.integer({ min: 4, max: 200 }),
  });
  fc.assert(
    fc.property(within, aimed, (at, goal) => {
      const corner = placeBubble(size, hand(at.x, at.y), goal, window);
      expect(corner.x).toBeGreaterThanOrEqual(0);
      expect(corner.y).toBeGreaterThanOrEqual(0);
      expect(corner.x + size.width).toBeLessThanOrEqual(window.width);
      expect(corner.y + size.height).toBeLessThanOrEqual(window.height);
      expect(intersects({ ...corner, ...size }, goal)).toBe(false);
    }),
  );
});
