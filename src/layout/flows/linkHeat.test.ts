import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import { id } from '../../model/machine.testkit.ts';
import { twoCards } from '../../model/smallMachines.testkit.ts';
import { layOut } from '../layOut.ts';
import { besideLine } from './besideLine.ts';
import { bandWords } from './heatLabels.ts';
import { heatOf } from './heatOf.ts';
import { heatStep, heatWidth } from './heatScale.ts';
import { type LinkLoad, linkHeat } from './linkHeat.ts';

const GB = 1e9;
const machine = twoCards();
const NOTHING = { bytesPerSecond: 0, utilisation: 0, demand: 0 };
const FULL = { bytesPerSecond: 28 * GB, utilisation: 1, demand: 2 };
const SOME = { bytesPerSecond: 4 * GB, utilisation: 0.15, demand: 0.15 };

const scene = (direction: 'down' | 'right' = 'down', drawing: 'blocks' | 'functions' = 'blocks') =>
  layOut(machine, { drawing, direction, titleOf: () => 'Maker Drive' });

function load(lower: FunctionId, up = NOTHING, down = NOTHING): LinkLoad {
  const fn = machine.functions.find((each) => each.id === lower);
  const parent = fn?.parent;
  const upper = parent !== 'unknown' && parent?.kind === 'function' ? parent.id : lower;
  return { upper, lower, up, down };
}

describe('a line moved aside', () => {
  test('goes to the right of where it runs, corners with it', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 20, y: 10 },
    ];
    expect(besideLine(line, 2)).toEqual([
      { x: -2, y: 0 },
      { x: -2, y: 12 },
      { x: 20, y: 12 },
    ]);
    expect(besideLine(line.toReversed(), 2).at(-1)).toEqual({ x: 2, y: 0 });
  });
});

test('shades and widths grow with what is carried, and end somewhere', () => {
  expect([0, 0.19, 0.2, 0.99, 1, 7].map(heatStep)).toEqual([0, 0, 1, 4, 4, 4]);
  expect(heatWidth(16 * GB) / heatWidth(4 * GB)).toBeCloseTo(2);
  expect(heatWidth(1)).toBeGreaterThan(0);
  expect(heatWidth(1e15)).toBe(heatWidth(1e18));
});

describe('links that carry something', () => {
  const card = id('03:00.0');

  test.each(['blocks', 'functions'] as const)('have a band for each direction in %s', (drawing) => {
    const { bands } = linkHeat(scene('down', drawing), [load(card, SOME, FULL)]);
    expect(bands.map(({ direction, isFull }) => [direction, isFull])).toEqual([
      ['up', false],
      ['down', true],
    ]);
    const [up, down] = bands;
    // Grown downwards, what comes up keeps to the right.
    expect(up?.points.at(-1)?.x).toBeGreaterThan(down?.points.at(-1)?.x ?? Number.NaN);
    expect(down?.width).toBeGreaterThan(up?.width ?? Number.NaN);
  });

  test('that carry nothing have none', () => {
    const heat = linkHeat(scene(), [load(card)]);
    expect(heat.bands).toEqual([]);
    expect(heat.links[0]?.key).toBe(scene().linkOf.get(card));
  });

  test('drawn as one have their sum, and the use of the fullest', () => {
    const { bands } = linkHeat(scene(), [
      load(card, SOME),
      load(card, { ...SOME, utilisation: 0.4 }),
    ]);
    expect(bands).toHaveLength(1);
    expect(bands[0]).toMatchObject({ bytesPerSecond: 8 * GB, utilisation: 0.4, count: 2 });
  });

  test('inside a box are counted there', () => {
    const whole = scene();
    const place = whole.placeOf.get(card);
    if (!place) throw new Error('the card is drawn');
    const heat = linkHeat(whole, [{ ...load(card, SOME), upper: card }]);
    expect(heat.bands).toEqual([]);
    expect(heat.hidden).toEqual([{ ...place, count: 1, utilisation: 0.15 }]);
  });

  test.each([
    ['down', '↓ 28.0 GB/s 100 % ×2.0'],
    ['right', '↓ 100 % ×2.0'],
  ] as const)('have figures beside them, grown %s', (direction, full) => {
    const { labels } = heatOf(scene(direction), [load(card, SOME, FULL)]);
    expect(labels.map(({ texts }) => texts.map(({ text }) => text))).toEqual([
      ['↑ 4.00 GB/s', full],
    ]);
  });

  test('say how many they are', () => {
    const { bands } = linkHeat(scene(), [load(card, SOME), load(card, SOME)]);
    expect(bands.map(bandWords)).toEqual(['↑ 8.00 GB/s in 2']);
  });
});
