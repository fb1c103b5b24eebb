import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../layout/textWidth.ts';
import { aLink, aReport, aUse } from '../chart/reports.testkit.ts';
import { layOutLinks } from './layOutLinks.ts';
import { linkRows } from './linkRows.ts';

const rows = linkRows(aReport().links, { order: 'use', isUsedOnly: false });

describe.each([320, 480, 700, 1200])('%d wide', (width) => {
  const { scene, rows: places } = layOutLinks(rows, { width, efficiency: 0.95 });

  test('nothing leaves the picture', () => {
    for (const { rect } of scene.areas) {
      expect(rect.x).toBeGreaterThanOrEqual(0);
      expect(rect.x + rect.width).toBeLessThanOrEqual(width + 1e-6);
      expect(rect.y + rect.height).toBeLessThanOrEqual(scene.height);
    }
  });

  test('texts of a row do not meet', () => {
    for (const place of places) {
      const texts = scene.texts
        .filter(({ y }) => y > place.y && y <= place.y + place.height)
        .sort((a, b) => a.x - b.x);
      for (const [at, text] of texts.entries()) {
        const next = texts[at + 1];
        if (!next) continue;
        expect(text.x + textWidth(text.text, text.role), text.text).toBeLessThanOrEqual(next.x);
      }
    }
  });

  test('parts of a bar are as long together as any other bar', () => {
    const lengths = rows.map(({ link, direction }) =>
      scene.areas
        .filter(({ key }) => key.startsWith(`${link} ${direction} `))
        .reduce((sum, { rect }) => sum + rect.width, 0),
    );
    for (const length of lengths) expect(length).toBeCloseTo(lengths[0] ?? 0);
  });
});

test('what is wanted twice is marked and said', () => {
  const { scene } = layOutLinks(rows, { width: 900, efficiency: 0.95 });
  expect(scene.points.filter(({ key }) => !key.startsWith('legend'))).toHaveLength(1);
  expect(scene.texts.map(({ text }) => text)).toContain('2.6× wanted');
});

test('a link without a rate says so and has no bar', () => {
  const link = { ...aLink('a – b', aUse(0.2), aUse(0)), rate: null, capacity: null };
  const { scene } = layOutLinks(linkRows([link], { order: 'place', isUsedOnly: false }), {
    width: 900,
    efficiency: 0.95,
  });
  expect(scene.areas.filter(({ key }) => !key.startsWith('legend'))).toEqual([]);
  expect(scene.texts.map(({ text }) => text)).toContain('rate not shown: no limit');
});
