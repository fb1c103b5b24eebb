import { expect, test } from 'vitest';
import { tipPlace } from './tipPlace.ts';

const room = { width: 400, height: 300 };
const tip = { width: 200, height: 60 };
const term = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 20 });

test('below the term, in line with the edge asked for', () => {
  expect(tipPlace(term(20, 40), tip, room, 'start')).toEqual({ left: 20, top: 64 });
  expect(tipPlace(term(300, 40), tip, room, 'end')).toEqual({ left: 150, top: 64 });
});

test('never beyond the window', () => {
  expect(tipPlace(term(340, 40), tip, room, 'start').left).toBe(192);
  expect(tipPlace(term(10, 40), tip, room, 'end').left).toBe(8);
});

test('above the term where there is no room below', () => {
  expect(tipPlace(term(20, 260), tip, room, 'start').top).toBe(196);
  expect(tipPlace(term(20, 30), tip, { width: 400, height: 80 }, 'start').top).toBe(54);
});
