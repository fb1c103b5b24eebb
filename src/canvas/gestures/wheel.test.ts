import { describe, expect, test } from 'vitest';
import { wheelMove } from './wheel.ts';

const still = {
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};

describe('a wheel', () => {
  test('pans, both ways', () => {
    const move = wheelMove({ ...still, deltaX: 3, deltaY: 40 });
    expect(move).toEqual({ kind: 'pan', by: { x: -3, y: -40 } });
  });

  test('counted in lines goes as far', () => {
    const move = wheelMove({ ...still, deltaY: 3, deltaMode: 1 });
    expect(move).toEqual({ kind: 'pan', by: { x: 0, y: -60 } });
  });

  test('with Shift pans sideways, where the system has not turned it already', () => {
    const turned = { kind: 'pan', by: { x: -40, y: 0 } };
    expect(wheelMove({ ...still, deltaY: 40, shiftKey: true })).toEqual(turned);
    expect(wheelMove({ ...still, deltaX: 40, shiftKey: true })).toEqual(turned);
  });

  test.each([{ ctrlKey: true }, { metaKey: true }])('with %o zooms, in when turned up', (key) => {
    const move = wheelMove({ ...still, ...key, deltaY: -2 });
    expect(move.kind === 'zoom' && move.factor).toBeGreaterThan(1);
  });

  test('of a mouse does not leap', () => {
    const move = wheelMove({ ...still, ctrlKey: true, deltaY: 120 });
    expect(move.kind === 'zoom' && move.factor).toBeGreaterThan(0.8);
  });
});
