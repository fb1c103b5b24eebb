import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toScreen, zoomAt } from '../camera/camera.ts';
import { grown } from '../rects.ts';
import { type Painted, roughCamera, stretched, willDoOnTheWay } from './roughCamera.ts';

const size = { width: 1600, height: 900 };
const bounds = { x: 0, y: 0, width: 20_000, height: 10_000 };
const MARGIN = 128;
const camera = { x: -8000, y: -4000, k: 1 };

const painted = (from = camera): Painted => ({
  camera: from,
  part: grown({ x: 0, y: 0, ...size }, MARGIN),
});

describe('a canvas that is stretched', () => {
  test('shows each point where the camera has it', () => {
    const unit = fc.double({ min: 0.1, max: 4, noNaN: true });
    const place = fc.double({ min: -9000, max: 9000, noNaN: true });
    fc.assert(
      fc.property(unit, unit, place, place, (before, now, x, y) => {
        const from = { x, y, k: before };
        const to = { x: y, y: x, k: now };
        const { factor, ...moved } = stretched(painted(from), to);
        const on = toScreen(from, { x: 100, y: 200 });
        const expected = toScreen(to, { x: 100, y: 200 });
        expect(on.x * factor + moved.x).toBeCloseTo(expected.x, 4);
        expect(on.y * factor + moved.y).toBeCloseTo(expected.y, 4);
      }),
    );
  });

  test('will not do when it is too coarse or leaves a gap', () => {
    const middle = { x: 800, y: 450 };
    expect(willDoOnTheWay(painted(), zoomAt(camera, middle, 1.5), size, bounds)).toBe(true);
    expect(willDoOnTheWay(painted(), zoomAt(camera, middle, 1.7), size, bounds)).toBe(false);
    expect(willDoOnTheWay(painted(), zoomAt(camera, middle, 0.8), size, bounds)).toBe(false);
    expect(willDoOnTheWay(painted(), { ...camera, x: camera.x + 200 }, size, bounds)).toBe(false);
  });

  test('leaves no gap where there is nothing to show', () => {
    const small = { x: 8100, y: 4100, width: 800, height: 600 };
    expect(willDoOnTheWay(painted(), zoomAt(camera, { x: 0, y: 0 }, 0.75), size, small)).toBe(true);
  });

  test.each([
    ['in', 1.03],
    ['out', 1 / 1.03],
  ])('painted on the way %s, it will do for many steps', (_, step) => {
    const anchor = { x: 1500, y: 100 };
    let now = zoomAt(camera, anchor, camera.k * step);
    const rough = painted(roughCamera(now, camera.k, size, MARGIN));
    let steps = 0;
    while (willDoOnTheWay(rough, now, size, bounds)) {
      now = zoomAt(now, anchor, now.k * step);
      steps += 1;
    }
    expect(steps).toBeGreaterThan(6);
  });
});
