import { expect, test } from 'vitest';
import { edgePan } from './edgePan.ts';

const size = { width: 800, height: 600 };
const at = (x: number, y = 300) => edgePan({ x, y }, size, 10);

test('away from the edges the sheet stays', () => {
  expect(at(400)).toBeNull();
  expect(at(32)).toBeNull();
  expect(at(800 - 32)).toBeNull();
});

test('the nearer to an edge, the faster it moves away from it', () => {
  const [near, nearer, outside] = [at(24)?.x ?? 0, at(4)?.x ?? 0, at(-20)?.x ?? 0];
  expect(near).toBeGreaterThan(0);
  expect(nearer).toBeGreaterThan(near);
  expect(outside).toBeCloseTo(9);
  expect(at(799)?.x).toBeLessThan(0);
  expect(at(400, 2)).toMatchObject({ x: 0 });
});

test('how far it moves is a matter of time, but for a pause of the page', () => {
  const after = (ms: number) => edgePan({ x: 0, y: 300 }, size, ms)?.x ?? 0;
  expect(after(20)).toBeCloseTo(2 * after(10));
  expect(after(5000)).toBe(after(50));
});

test('far outside, the hand means something else', () => {
  expect(at(-100)).toBeNull();
  expect(at(400, 900)).toBeNull();
});
