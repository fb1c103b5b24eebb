import { expect, test } from 'vitest';
import { type HandLook, handPlaces } from './handPlaces.ts';

const frame = {
  hand: { x: 500, y: 300 },
  corner: { x: 100, y: 50, width: 1000, height: 700 },
  nudge: null,
  isHand: true,
};
const look: HandLook = {
  camera: { x: 10, y: 20, k: 0.5 },
  direction: 'down',
  lifted: { from: { x: 40, y: 30 }, rect: { x: 0, y: 0, width: 200, height: 60 } },
  aimed: { x: 600, y: 200, width: 34, height: 20 },
  beside: [],
  isLegal: true,
  isFinger: false,
  card: null,
  bubble: { width: 200, height: 50 },
  window: { width: 1200, height: 800 },
};

test('the ghost is held where it was taken, and linked to the place that takes it', () => {
  const { ghost, link } = handPlaces(frame, look);
  expect(ghost).toEqual({ x: 500, y: 300 });
  expect(link).toEqual({ from: { x: 530, y: 285 }, to: { x: 418.5, y: 175 } });
});

test('grown to the right, the link leads to its left edge', () => {
  expect(handPlaces(frame, { ...look, direction: 'right' }).link?.from).toEqual({ x: 480, y: 300 });
});

test('there is no link to a place that refuses, nor without a hand', () => {
  expect(handPlaces(frame, { ...look, isLegal: false }).link).toBeNull();
  expect(handPlaces({ ...frame, isHand: false }, look).link).toBeNull();
});

test('over paper the ghost is where a drop would leave it, with its guides', () => {
  const guide = { at: 100, isUpright: true, from: 0, to: 40 };
  const nudge = { x: 80, y: 8, guides: [guide] };
  const { ghost, guides } = handPlaces({ ...frame, nudge }, { ...look, aimed: null });
  expect(ghost).toEqual({ x: 170, y: 89 });
  expect(guides).toBe('M160 70L160 90');
});

test('the bubble stands beside the hand with what is in it, above a finger', () => {
  const at = (more: Partial<HandLook>) =>
    handPlaces(frame, { ...look, aimed: null, ...more }).bubble;
  expect(at({})).toEqual({ x: 524, y: 324 });
  expect(at({ card: { width: 120, height: 28 }, lifted: null })).toEqual({ x: 638, y: 346 });
  expect(at({ isFinger: true })).toEqual({ x: 400, y: 202 });
});
