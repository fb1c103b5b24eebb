import { expect, test } from 'vitest';
import { splitterStep, within } from './splitterStep.ts';

const limits = { min: 180, max: 640 };
const step = (key: string, grows: 1 | -1 = 1, shiftKey = false, size = 240) =>
  splitterStep({ key, shiftKey }, size, grows, limits);

test('arrows move the line: a panel on the left grows to the right', () => {
  expect(step('ArrowRight')).toBe(256);
  expect(step('ArrowLeft')).toBe(224);
});

test('a panel on the right, or below, grows the other way', () => {
  expect(step('ArrowRight', -1)).toBe(224);
  expect(step('ArrowUp', -1)).toBe(256);
});

test('Shift takes larger steps, Home and End go all the way', () => {
  expect(step('ArrowRight', 1, true)).toBe(304);
  expect(step('Home')).toBe(180);
  expect(step('End')).toBe(640);
});

test('never beyond the limits; other keys are not for splitters', () => {
  expect(step('ArrowLeft', 1, true)).toBe(180);
  expect(within(1000.4, limits)).toBe(640);
  expect(step('Tab')).toBeNull();
});
