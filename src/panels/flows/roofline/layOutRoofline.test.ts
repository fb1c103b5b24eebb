import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../layout/textWidth.ts';
import { someCurves } from '../chart/reports.testkit.ts';
import { layOutRoofline } from './layOutRoofline.ts';
import { envelope, roofs } from './roofs.ts';

const curves = someCurves();

test('limits of the same height are one line, the tightest first; what never limits is none', () => {
  const found = roofs(curves);
  expect(found.map(({ words }) => words)).toEqual([
    'Gen5 x16 above gpu3, downwards, and 1 more',
    '256 tags of gpu3',
  ]);
  expect(found[0]?.wheres).toHaveLength(2);
});

test('the envelope is the lowest at each size', () => {
  const [link, , tags] = curves.limits;
  envelope(curves).forEach((rate, at) => {
    const known = [link, tags].flatMap((limit) => limit?.bytesPerSecond[at] ?? []);
    expect(rate).toBe(Math.min(...known));
  });
});

describe.each([
  [360, 220],
  [700, 300],
  [1400, 520],
])('%d by %d', (width, height) => {
  const laid = layOutRoofline(roofs(curves), {
    width,
    height,
    sizes: curves.sizes,
    envelope: envelope(curves),
    withOthers: curves.withOthers,
    now: { bytes: 4096, bytesPerSecond: 28e9 },
  });
  const { scene, plot } = laid;

  test('words do not meet and stay within the picture', () => {
    const side = scene.texts.filter(({ x }) => x > plot.x + plot.width);
    for (const [at, text] of side.entries()) {
      expect(text.x + textWidth(text.text, text.role)).toBeLessThanOrEqual(width + 1);
      for (const other of side.slice(at + 1)) {
        expect(Math.abs(other.y - text.y)).toBeGreaterThanOrEqual(11);
      }
    }
  });

  test('lines keep to the plot', () => {
    for (const { kind, path } of scene.strokes) {
      if (kind !== 'limit' && kind !== 'envelope' && kind !== 'others') continue;
      for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
        if (Number(y) < plot.y - 12) continue; // the legend's
        expect(Number(x)).toBeLessThanOrEqual(plot.x + plot.width + 0.1);
        expect(Number(y)).toBeGreaterThanOrEqual(plot.y - 0.1);
        expect(Number(y)).toBeLessThanOrEqual(plot.y + plot.height + 0.1);
      }
    }
  });
});
