import { expect, test } from 'vitest';
import type { DrawnWay } from './mappingDrawing.ts';
import { wayAt } from './wayAt.ts';
import type { WayTag } from './wayTags.ts';

const camera = { x: 100, y: 0, k: 2 };
const at = (x: number, y: number) => ({ x, y });
const way = (key: string, ...points: readonly { x: number; y: number }[]) =>
  ({ key, points }) as unknown as DrawnWay;

const up = way('up', at(0, 100), at(0, 0));
const beside = way('beside', at(7, 100), at(7, 0), at(50, 0));

test('the nearer of two lines, within a few pixels', () => {
  expect(wayAt(at(102, 100), camera, [up, beside], [], [])?.way.key).toBe('up');
  expect(wayAt(at(112, 100), camera, [up, beside], [], [])?.way.key).toBe('beside');
  expect(wayAt(at(180, 4), camera, [up, beside], [], [])?.way.key).toBe('beside');
  expect(wayAt(at(140, 100), camera, [up, beside], [], [])).toBeNull();
});

test('words come before lines', () => {
  const tag = { way: beside, width: 40, height: 20 } as WayTag;
  const place = { key: 'beside', from: at(0, 50), dx: -20, dy: -10 };
  expect(wayAt(at(100, 100), camera, [up, beside], [tag], [place])).toMatchObject({
    way: { key: 'beside' },
    on: 'tag',
  });
});
