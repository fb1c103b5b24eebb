import { expect, test } from 'vitest';
import type { Extent } from './knot.ts';
import { type Seats, shelveGroups } from './shelves.ts';

const GAPS = { between: 10, shelf: 20 };
const SHAPE = 2;
const box = (u: number, v: number): Extent => ({ u, v });

/** Shelves of columns of boxes: `0 1 | 2+3`. */
function said(seats: readonly Seats[]): string {
  return seats
    .map(({ inner }, index) => {
      const last = seats[index - 1]?.inner;
      if (!last) return `${index}`;
      if (last.shelf !== inner.shelf) return ` | ${index}`;
      return `${last.column === inner.column ? '+' : ' '}${index}`;
    })
    .join('');
}

function seatsOf(boxes: readonly Extent[], former: readonly (Seats | null)[]): readonly Seats[] {
  return shelveGroups([boxes], GAPS, SHAPE, [former]).seats;
}

const pair = [box(100, 100), box(100, 100)];

test.each<[string, readonly Extent[], string, string]>([
  ['a little wider, they stay', [box(300, 100), box(100, 100)], '0 | 1', '0 1'],
  ['much wider, they do not', [box(1000, 100), box(1000, 100)], '0 | 1', '0 | 1'],
  ['one more stands beside them', [...pair, box(100, 100)], '0 1 2', '0 1 2'],
  [
    'a short one where there is room',
    [box(100, 100), box(100, 40), box(100, 40)],
    '0 1+2',
    '0 1+2',
  ],
  ['a wide one on a shelf of its own', [...pair, box(400, 100)], '0 1 | 2', '0 1 | 2'],
])('two side by side; %s', (_, boxes, afresh, kept) => {
  const former = seatsOf(pair, [null, null]);
  expect(said(former)).toBe('0 1');
  expect(said(seatsOf(boxes, []))).toBe(afresh);
  expect(
    said(
      seatsOf(
        boxes,
        boxes.map((_, index) => former[index] ?? null),
      ),
    ),
  ).toBe(kept);
});

test('in another order they are arranged afresh', () => {
  const boxes = [box(300, 100), box(300, 100)];
  const former = seatsOf(pair, [null, null]);
  expect(seatsOf(boxes, former.toReversed())).toEqual(seatsOf(boxes, []));
});
