import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CHART_FILLS,
  CHART_STROKES,
  type ChartScene,
} from '../../../../layout/charts/chartScene.ts';
import { contrast } from '../contrast.testkit.ts';
import { SVG_LOOKS, SVG_THEMES } from '../palette.ts';
import { parseXml } from '../wellFormed.testkit.ts';
import { chartLook } from './chartInks.ts';
import { chartSvg } from './chartSvg.ts';

/** One of everything. */
const SCENE: ChartScene = {
  width: 400,
  height: 300,
  areas: CHART_FILLS.map((fill, at) => ({
    key: fill,
    fill,
    rect: { x: 10, y: 20 * at, width: 100, height: 14 },
  })),
  strokes: CHART_STROKES.map((kind, at) => ({ key: kind, kind, path: `M120,${20 * at}H300` })),
  points: (['now', 'plain', 'excess'] as const).map((kind, at) => ({
    key: kind,
    kind,
    x: 320,
    y: 20 * at,
  })),
  texts: [
    { x: 10, y: 280, role: 'title', anchor: 'start', text: 'gpu0 & <co>', tone: 'ink' },
    { x: 10, y: 295, role: 'quiet', anchor: 'end', text: '100 %', tone: 'quiet' },
  ],
};

const page = {
  title: 'What links carry',
  words: 'Linux 6.12; η 0.95',
  ground: 'paper',
  footer: ['my machine'],
} as const;

describe.each(SVG_THEMES)('a chart for a page, %s', (theme) => {
  const svg = chartSvg(SCENE, { ...page, theme });

  test('is well-formed, and its words are text', () => {
    expect(parseXml(svg)[0]?.name).toBe('svg');
    for (const words of ['gpu0 &amp; &lt;co&gt;', '100 %', ...page.footer, page.words]) {
      expect(svg).toContain(`>${words}</`);
    }
  });

  test('needs nothing from elsewhere', () => {
    for (const { name, values } of parseXml(svg)) {
      expect(['script', 'style', 'image', 'use', 'a', 'foreignObject']).not.toContain(name);
      for (const [attribute, value] of values) {
        expect(attribute).not.toMatch(/^on|href|class/);
        expect(value.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/url\(|:\/\/|var\(/);
      }
    }
  });

  test('every stroke has a colour that is seen on its ground', () => {
    const { ground } = SVG_LOOKS[theme];
    const look = chartLook(theme);
    for (const colour of [look.accent, look.quiet, look.ink, look.outline, look.heat.payload]) {
      expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(3);
    }
  });
});

test('hues are those of the page', () => {
  const css = readFileSync(new URL('../../../../app/theme.css', import.meta.url), 'utf8');
  const sheet = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)?.slice(1);
  const [light, dark] = [chartLook('light'), chartLook('dark')];
  expect([light.accent, dark.accent]).toEqual(sheet('accent'));
  const names = { payload: 'heat-4', header: 'heat-2', dllp: 'heat-1', lines: 'heat-5' } as const;
  for (const part of ['payload', 'header', 'dllp', 'lines'] as const) {
    expect([light.heat[part], dark.heat[part]]).toEqual(sheet(names[part]));
  }
});
