import { expect, test } from 'vitest';
import { fitted } from './fitted.ts';

test('all of it is in the middle, with a margin', () => {
  const camera = fitted(
    { x: 100, y: 50, width: 1000, height: 200 },
    { width: 220, height: 120 },
    10,
  );
  expect(camera.k).toBeCloseTo(0.2);
  expect(100 * camera.k + camera.x).toBeCloseTo(10);
  expect(1100 * camera.k + camera.x).toBeCloseTo(210);
  expect(50 * camera.k + camera.y).toBeCloseTo(40);
});

test('small machines stay small', () => {
  expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, { width: 500, height: 500 }, 0).k).toBe(0.8);
});
