import { expect, test } from 'vitest';
import { acsSpots } from './acsSpots.ts';
import { METRICS } from './metrics.ts';
import type { Rect, SceneBox, ScenePort } from './scene.ts';

const rect = (x: number): Rect => ({ x, y: 80, width: 36, height: 20 });
const slot = (x: number): Rect => ({ x, y: 100, width: 36, height: METRICS.slot.height });
/** Where letters behind a slot stand. */
const behind = 100 + METRICS.slot.height + 9;
const port = (name: string, x: number) =>
  ({ function: name, rect: rect(x), role: 'downstream', texts: [] }) as unknown as ScenePort;

function spotsOf(slots: Readonly<Record<string, Rect>>) {
  const ports = [port('a', 2), port('b', 42), port('c', 82)];
  const box = { ports, functions: [], rect: rect(0) } as unknown as SceneBox;
  const slotOf = new Map(Object.entries(slots)) as never;
  return acsSpots(box, { direction: 'down', slotOf }).map(({ x, y, anchor }) => [x, y, anchor]);
}

test('beside the line of each port, to the left', () => {
  expect(spotsOf({})).toEqual([
    [15, 111, 'end'],
    [55, 111, 'end'],
    [95, 111, 'end'],
  ]);
});

test('behind a slot, and where no slot of a neighbour is', () => {
  expect(spotsOf({ a: slot(2) })).toEqual([
    [20, behind, 'middle'],
    [65, 111, 'start'],
    [95, 111, 'end'],
  ]);
  expect(spotsOf({ a: slot(2), c: slot(82) })[1]).toEqual([57, behind, 'end']);
});

test('a slot that was moved away is none', () => {
  expect(spotsOf({ b: slot(400) })[1]).toEqual([55, 111, 'end']);
});
