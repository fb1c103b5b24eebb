import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intersects } from '../../layout/rects.ts';
import { encloses } from '../rects.ts';
import { afterEdit } from './afterEdit.ts';
import { rectToScreen } from './camera.ts';
import { fitCamera, uncovered } from './limits.ts';

const size = { width: 800, height: 600 };
const view = { x: 0, y: 0, ...uncovered(size) };
const small = { x: 0, y: 0, width: 600, height: 300 };
const high = { x: 0, y: 0, width: 700, height: 5000 };
const card = (x: number, y: number) => ({ x, y, width: 180, height: 60 });

describe('after an edit', () => {
  test('nothing moves while all of it is in view', () => {
    const camera = fitCamera(small, size);
    const wider = { ...small, width: 650 };
    expect(afterEdit(camera, wider, [card(450, 100)], size, true)).toEqual({
      camera,
      isFitted: true,
    });
  });

  test('what still fits is moved into view as a whole', () => {
    const camera = fitCamera(small, size);
    const wider = { ...small, width: 790 };
    const after = afterEdit(camera, wider, [card(10, 10)], size, true);
    expect(after.isFitted).toBe(true);
    expect(encloses(view, rectToScreen(after.camera, wider))).toBe(true);
  });

  test('what no longer fits stays where it is, if anything that changed is seen', () => {
    const camera = fitCamera(small, size);
    const changed = [card(0, 4000), card(100, 100)];
    expect(afterEdit(camera, high, changed, size, true)).toEqual({ camera, isFitted: false });
    expect(afterEdit(camera, high, [], size, true)).toEqual({ camera, isFitted: false });
  });

  test('what changed out of sight is brought into view', () => {
    const camera = fitCamera(small, size);
    const changed = [card(0, 4000), card(200, 4100)];
    const after = afterEdit(camera, high, changed, size, false).camera;
    for (const rect of changed) expect(encloses(view, rectToScreen(after, rect))).toBe(true);
  });

  test('the zoom is the same, and something of what changed is seen', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const rect = fc.record({
      x: number(-5000, 5000),
      y: number(-5000, 5000),
      width: number(1, 4000),
      height: number(1, 4000),
    });
    const anyCamera = fc.record({ x: number(-1e4, 1e4), y: number(-1e4, 1e4), k: number(0.05, 4) });
    fc.assert(
      fc.property(anyCamera, fc.array(rect, { minLength: 1, maxLength: 4 }), (camera, changed) => {
        const after = afterEdit(camera, high, changed, size, false).camera;
        expect(after.k).toBe(camera.k);
        expect(changed.some((each) => intersects(view, rectToScreen(after, each)))).toBe(true);
      }),
    );
  });
});
