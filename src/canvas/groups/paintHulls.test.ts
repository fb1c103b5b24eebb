import { expect, test } from 'vitest';
import type { Brush, Overview } from '../overview/overview.ts';
import { paintHullLabels, paintHulls } from './paintHulls.ts';

/** Writes down what would be painted. */
function recorder() {
  const calls: string[] = [];
  const brush = new Proxy<Record<string, unknown>>(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          calls.push([String(name), ...given.map((each) => String(each))].join(' ')),
      set: (_, name, value) => {
        calls.push(`${String(name)} = ${value}`);
        return true;
      },
    },
  );
  return { brush: brush as unknown as Brush, calls };
}

const inks = (strength: string) =>
  new Proxy(
    {},
    { get: (_, name) => `${strength} ${String(name)}` },
  ) as Overview['palette']['strong'];
const palette = {
  strong: inks('strong'),
  weak: inks('weak'),
  fonts: { words: 'words', figures: 'figures' },
} as Overview['palette'];

const hull = (group: number, height: number, isPointed = false) => ({
  group,
  isPointed,
  pieces: [
    {
      bounds: { x: 0, y: 0, width: 200, height },
      label:
        height < 24
          ? null
          : ({ at: { x: 6, y: 0 }, reaches: 'right', stands: 'above', room: 188 } as const),
      loops: [
        [
          { x: 0, y: 0 },
          { x: 200, y: 0 },
          { x: 200, y: height },
        ],
      ],
    },
  ],
});

function paint(change: Partial<Overview>): readonly string[] {
  const { brush, calls } = recorder();
  const overview = {
    camera: { x: 0, y: 0, k: 0.5 },
    part: { x: 0, y: 0, width: 800, height: 600 },
    palette,
    lit: null,
    hulls: [],
    areHullsStale: false,
    ...change,
  } as Overview;
  paintHulls(brush, overview);
  paintHullLabels(brush, overview);
  return calls;
}

test('closed outlines in quiet ink, as thin and as dashed on the screen at any zoom', () => {
  const calls = paint({ hulls: [hull(3, 60)] });
  expect(calls).toContain('setLineDash 12,6');
  expect(calls).toContain('lineWidth = 2.5');
  expect(calls).toContain('strokeStyle = strong quiet');
  expect(calls.filter((call) => /^(move|line)To /.test(call))).toEqual([
    'moveTo 0 0',
    'lineTo 200 0',
    'lineTo 200 60',
    'lineTo 0 0',
  ]);
  expect(calls.find((call) => call.startsWith('fillText'))).toMatch(/^fillText 3 /);
});

test('the one that is pointed at is in the accent, whole', () => {
  const calls = paint({ hulls: [hull(3, 60, true)] });
  expect(calls).toContain('strokeStyle = strong accent');
  expect(calls).toContain('fillStyle = strong accent');
});

test('stale ones step back, and small marks are left out from afar', () => {
  expect(paint({ hulls: [hull(3, 60)], areHullsStale: true })).toContain(
    'strokeStyle = weak quiet',
  );
  const small = paint({ hulls: [hull(3, 12)] });
  expect(small.filter((call) => /^(lineTo|fillText)/.test(call))).toEqual([]);
});

test('nothing is painted without hulls', () => {
  expect(paint({}).filter((call) => /^(stroke|fill)\b/.test(call))).toEqual([]);
});
