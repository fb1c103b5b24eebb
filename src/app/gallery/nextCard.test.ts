import { expect, test } from 'vitest';
import { nextCard } from './nextCard.ts';

/** Three rows: three cards, three cards, two cards. */
const boxes = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => ({
  left: (place % 3) * 200,
  top: Math.floor(place / 3) * 300,
  bottom: Math.floor(place / 3) * 300 + 280,
}));

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 7, null],
  ['ArrowLeft', 0, null],
  ['ArrowLeft', 3, 2],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 7],
  ['ArrowDown', 6, null],
  ['ArrowUp', 7, 4],
  ['ArrowUp', 2, null],
  ['Home', 5, 0],
  ['End', 5, 7],
  ['Enter', 5, null],
  ['Home', -1, null],
])('%s from card %i leads to %s', (key, at, to) => {
  expect(nextCard(boxes, at, key)).toBe(to);
});
