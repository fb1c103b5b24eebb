import { expect, test } from 'vitest';
import { nudged } from './nudge.ts';

const card = { x: 100, y: 100, width: 200, height: 60 };
const mate = { x: 340, y: 100, width: 200, height: 60 };
const by = (x: number, y: number, isFree = false) => nudged(card, { x, y }, [mate], 6, isFree);

test('a move goes in steps of 8 units', () => {
  expect(by(51, 43)).toEqual({ x: 48, y: 40, guides: [] });
  expect(Object.is(by(-1, 43).x, -0)).toBe(false);
});

test('free, it goes where the hand goes', () => {
  expect(by(51.5, 43, true)).toEqual({ x: 51.5, y: 43, guides: [] });
});

test('edges and middles that are nearly in line are put in line, and a guide shows with what', () => {
  const below = by(237, 100);
  expect(below.x).toBe(240);
  expect(below.guides).toEqual([{ at: 340, isUpright: true, from: 100, to: 264 }]);
  const beside = by(43, 3);
  expect(beside).toMatchObject({ x: 40, y: 0 });
  expect(beside.guides).toMatchObject([{ isUpright: false, from: 140, to: 540 }]);
});
