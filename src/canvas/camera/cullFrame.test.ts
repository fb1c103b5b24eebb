import { describe, expect, test } from 'vitest';
import { encloses } from '../rects.ts';
import { type Camera, viewOf } from './camera.ts';
import { detailAt, NO_FRAME, nextFrame } from './cullFrame.ts';

const size = { width: 1000, height: 800 };
const at = (x: number, k = 1): Camera => ({ x, y: 0, k });

describe('how much is drawn', () => {
  test.each([
    [0.2, 'overview'],
    [0.7, 'names'],
    [1, 'details'],
    [3, 'details'],
  ] as const)('at %d: %s', (k, detail) => {
    expect(detailAt(k, 'overview')).toBe(detail);
  });

  test('goes back a little later than forth', () => {
    expect(detailAt(0.65, 'overview')).toBe('overview');
    expect(detailAt(0.65, 'names')).toBe('names');
    expect(detailAt(0.74, 'names')).toBe('names');
    expect(detailAt(0.74, 'details')).toBe('details');
  });
});

describe('the frame that React draws', () => {
  const first = nextFrame(NO_FRAME, at(0), size);

  test('is the window and a quarter round it', () => {
    expect(first).toEqual({
      detail: 'details',
      box: { x: -250, y: -200, width: 1500, height: 1200 },
    });
  });

  test('stays the same object until it is left', () => {
    expect(nextFrame(first, at(-240), size)).toBe(first);
    const second = nextFrame(first, at(-260), size);
    expect(second).not.toBe(first);
    expect(encloses(second.box, viewOf(at(-260), size))).toBe(true);
  });

  test('is made anew when far less is in view, and when the detail changes', () => {
    expect(nextFrame(first, { x: -2000, y: -2000, k: 4 }, size)).not.toBe(first);
    expect(nextFrame(first, at(0, 0.7), size).detail).toBe('names');
  });

  test('from afar nothing is drawn by React, wherever one looks', () => {
    const afar = nextFrame(first, at(0, 0.3), size);
    expect(nextFrame(afar, at(5000, 0.2), size)).toBe(afar);
  });
});
