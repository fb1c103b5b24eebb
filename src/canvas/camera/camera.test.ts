import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Camera, panBy, rectToScreen, toScene, toScreen, viewOf, zoomAt } from './camera.ts';
import { between } from './flight.ts';
import { constrained, fitCamera, revealing, revealingAll, zoomLimits } from './limits.ts';

const size = { width: 800, height: 600 };
const bounds = { x: -100, y: 50, width: 3000, height: 1200 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  x: number(-1e5, 1e5),
  y: number(-1e5, 1e5),
  k: number(0.05, 4),
});

describe('zooming', () => {
  test('keeps what is under the pointer under it', () => {
    fc.assert(
      fc.property(anyCamera, number(0, 800), number(0, 600), number(0.05, 4), (camera, x, y, k) => {
        const at = { x, y };
        const before = toScene(camera, at);
        const after = toScreen(zoomAt(camera, at, k), before);
        expect(after.x).toBeCloseTo(x, 4);
        expect(after.y).toBeCloseTo(y, 4);
      }),
    );
  });

  test('limits reach out to half of what fits, and in to 400 %', () => {
    const [min, max] = zoomLimits(bounds, size);
    expect(min).toBeCloseTo(fitCamera(bounds, size).k / 2);
    expect(max).toBe(4);
  });
});

describe('fitting', () => {
  test('shows all of it, in the middle', () => {
    const view = viewOf(fitCamera(bounds, size), size);
    expect(view.x).toBeLessThanOrEqual(bounds.x);
    expect(view.x + view.width).toBeGreaterThanOrEqual(bounds.x + bounds.width);
    expect(view.y).toBeLessThanOrEqual(bounds.y);
    expect(view.x + view.width / 2).toBeCloseTo(bounds.x + bounds.width / 2);
  });

  test('ends above the controls, but keeps its place where it does anyway', () => {
    const high = { x: 0, y: 0, width: 100, height: 2000 };
    const camera = fitCamera(high, size);
    expect(toScreen(camera, { x: 0, y: 2000 }).y).toBeLessThanOrEqual(600 - 56);
    const wide = { x: 0, y: 0, width: 3000, height: 100 };
    expect(toScreen(fitCamera(wide, size), { x: 0, y: 50 }).y).toBeCloseTo(300);
  });

  test('ends above the controls in a low window, too', () => {
    const low = { width: 800, height: 260 };
    const camera = fitCamera({ x: 0, y: 0, width: 1000, height: 400 }, low);
    expect(toScreen(camera, { x: 0, y: 400 }).y).toBeLessThanOrEqual(260 - 55.9);
    expect(camera.y).toBeGreaterThanOrEqual(0);
  });

  test('does not blow up what is small', () => {
    expect(fitCamera({ x: 0, y: 0, width: 100, height: 50 }, size).k).toBe(1);
  });

  test('survives a sheet without size and a drawing without boxes', () => {
    const nothing = { x: 0, y: 0, width: 0, height: 0 };
    const { x, y, k } = fitCamera(nothing, { width: 0, height: 0 });
    expect([x, y, k].every(Number.isFinite)).toBe(true);
  });
});

test('however it is moved, a piece of the drawing stays in the window', () => {
  fc.assert(
    fc.property(anyCamera, (camera) => {
      const view = viewOf(constrained(camera, bounds, size), size);
      const overlap = (start: number, length: number, from: number, room: number) =>
        Math.min(start + length, from + room) - Math.max(start, from);
      const width = overlap(view.x, view.width, bounds.x, bounds.width);
      const height = overlap(view.y, view.height, bounds.y, bounds.height);
      const kept = (length: number, room: number) => Math.min(64 / camera.k, length, room) - 1e-6;
      expect(width).toBeGreaterThanOrEqual(kept(bounds.width, view.width));
      expect(height).toBeGreaterThanOrEqual(kept(bounds.height, view.height));
    }),
  );
});

describe('revealing', () => {
  const camera = { x: 0, y: 0, k: 1 };

  test('moves nothing when it is in view already', () => {
    expect(revealing(camera, { x: 100, y: 100, width: 50, height: 50 }, size)).toEqual(camera);
  });

  test('moves no more than it must', () => {
    expect(revealing(camera, { x: 900, y: 100, width: 50, height: 50 }, size)).toEqual({
      x: -182,
      y: 0,
      k: 1,
    });
  });

  test('puts what is larger than the window in its middle', () => {
    expect(revealing(camera, { x: 0, y: 100, width: 2000, height: 50 }, size).x).toBe(-600);
  });
});

describe('revealing all of a way', () => {
  const camera = { x: 0, y: 0, k: 1 };
  const rect = (x: number, y: number, width = 50, height = 50) => ({ x, y, width, height });

  test('moves nothing when it is in view already, however near the edge', () => {
    expect(revealingAll(camera, [rect(0, 0), rect(750, 490)], size)).toBe(camera);
    expect(revealingAll(camera, [], size)).toBe(camera);
  });

  test('counts what is beneath the controls as out of view', () => {
    const { x, y, k } = revealingAll(camera, [rect(100, 520)], size);
    expect([x, k]).toEqual([0, 1]);
    expect(520 + 50 + y).toBeLessThanOrEqual(600 - 48);
  });

  test('goes further away for what is too large, and never nearer', () => {
    const parts = [rect(0, 0), rect(2000, 100)];
    const to = revealingAll(camera, parts, size);
    expect(to.k).toBeLessThan(1);
    for (const part of parts) {
      const on = rectToScreen(to, part);
      expect(on.x).toBeGreaterThanOrEqual(0);
      expect(on.x + on.width).toBeLessThanOrEqual(800);
    }
    expect(revealingAll({ ...camera, k: 0.2 }, [rect(9000, 0)], size).k).toBe(0.2);
  });

  test('keeps clear of a covered corner, and only of that', () => {
    const corner = { width: 200, height: 200 };
    expect(revealingAll(camera, [rect(700, 100), rect(100, 450)], size, corner)).toBe(camera);
    const hidden = rect(700, 450);
    const on = rectToScreen(revealingAll(camera, [hidden], size, corner), hidden);
    expect(on.x + on.width <= 600 || on.y + on.height <= 400).toBe(true);
  });
});

describe('a flight', () => {
  const from = { x: 0, y: 0, k: 1 };
  const to = { x: -500, y: -300, k: 2 };

  test('begins and ends where it should', () => {
    const start = between(from, to, size, 0);
    expect(start.x).toBeCloseTo(from.x);
    expect(start.k).toBeCloseTo(from.k);
    expect(between(from, to, size, 1)).toEqual(to);
  });

  test('is straight when the zoom stays', () => {
    const moved = panBy(from, { x: 100, y: 40 });
    const half = between(from, moved, size, 0.5);
    expect(half.y / half.x).toBeCloseTo(0.4);
    expect(half.k).toBe(1);
  });
});
