import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutMapping } from '../../../../layout/mapping/layOutMapping.ts';
import { ADDRESS_SPACES } from '../../../../layout/mapping/mappingShown.ts';
import { SHOWN_LISTS } from '../../../../layout/mapping/shownLists.testkit.ts';
import type { Rect } from '../../../../layout/scene.ts';
import { contrast } from '../contrast.testkit.ts';
import { SVG_LOOKS, SVG_THEMES, type SvgTheme } from '../palette.ts';
import { parseXml } from '../wellFormed.testkit.ts';
import { mappingSvg } from './mappingSvg.ts';
import { SPACE_LOOKS } from './spaceLooks.ts';

const NAMES = Object.keys(SHOWN_LISTS) as readonly (keyof typeof SHOWN_LISTS)[];
const plain = {
  title: 'A list of nic0',
  words: '5 entries go in, 3 come out.',
  theme: 'light',
  ground: 'paper',
  footer: ['my machine', 'Linux 6.1'],
} as const;

function picture(
  name: keyof typeof SHOWN_LISTS,
  theme: SvgTheme = 'light',
  title = 'NVMe-A',
): string {
  const scene = layOutMapping(SHOWN_LISTS[name](), { width: 960, step: null, nameOf: () => title });
  return mappingSvg([{ title, scene }], { ...plain, theme });
}

const number = (values: Map<string, string>, name: string) => Number(values.get(name) ?? 0);

/** Each text with its colour, and what it begins on. */
function written(svg: string): readonly { readonly ink: string; readonly on: string }[] {
  const [root, ...elements] = parseXml(svg);
  const ink = root?.values.get('fill') ?? '';
  const grounds: { readonly rect: Rect; readonly fill: string }[] = [];
  const found: { ink: string; on: string }[] = [];
  for (const { name, values } of elements) {
    const fill = values.get('fill') ?? ink;
    if (name === 'rect' && fill !== 'none') {
      const [x, y] = [number(values, 'x'), number(values, 'y')];
      const [width, height] = [number(values, 'width'), number(values, 'height')];
      grounds.push({ rect: { x, y, width, height }, fill });
    }
    if (name !== 'text') continue;
    const anchor = values.get('text-anchor');
    const x = number(values, 'x') + (anchor === 'end' ? -1 : anchor === 'middle' ? 0 : 1);
    const y = number(values, 'y') - 3;
    const below = grounds.findLast(
      ({ rect }) =>
        x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height,
    );
    found.push({ ink: fill, on: below?.fill ?? '' });
  }
  return found;
}

describe.each(NAMES.flatMap((name) => SVG_THEMES.map((theme) => [name, theme] as const)))(
  '%s, %s',
  (name, theme) => {
    const svg = picture(name, theme);

    test('every word is readable where it stands', () => {
      const texts = written(svg);
      expect(texts.length).toBeGreaterThan(10);
      for (const { ink, on } of texts) {
        expect(contrast(ink, on), `${ink} on ${on}`).toBeGreaterThanOrEqual(4.5);
      }
    });

    test('every colour is one of this look', () => {
      const looks = JSON.stringify([SVG_LOOKS[theme], SPACE_LOOKS[theme]]);
      const own = new Set(looks.match(/#[0-9a-f]{6}/g));
      const used = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(
        ([, colour]) => colour ?? '',
      );
      expect(used.filter((colour) => colour !== 'none' && !own.has(colour))).toEqual([]);
    });

    test('it needs nothing from elsewhere, and its words are text', () => {
      for (const { name: element, values } of parseXml(svg)) {
        expect(['script', 'style', 'image', 'use', 'a', 'foreignObject']).not.toContain(element);
        for (const [attribute, value] of values) {
          expect(attribute).not.toMatch(/^on|href/);
          expect(value.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/url\(|:\/\//);
        }
      }
      expect(svg).toContain('>On the wire</text>');
    });
  },
);

test('tints and lines are those of the page', () => {
  const css = readFileSync(new URL('../../../../app/theme.css', import.meta.url), 'utf8');
  const sheet = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)?.slice(1);
  const names = {
    IOVA: 'space-iova',
    BUS: 'space-bus',
    PHYS: 'space-physical',
    VADDR: 'space-virtual',
    SWIOTLB: 'space-bounce',
  } as const;
  const { light, dark } = SPACE_LOOKS;
  expect([light.never, dark.never]).toEqual(sheet('never-wash'));
  for (const space of ADDRESS_SPACES) {
    const name = names[space];
    expect([light.tints[space], dark.tints[space]], name).toEqual(sheet(name));
    expect([light.lines[space], dark.lines[space]], name).toEqual(sheet(`${name}-line`));
  }
});

test('the legend explains the spaces that occur, and no others', () => {
  const svg = picture('S2 translating');
  expect(svg).toContain('an address that the IOMMU translates');
  expect(svg).toContain('peer memory where it is on the bus');
  expect(svg).not.toContain('a pointer of the kernel');
  expect(svg).not.toContain('mapped or taken');
  expect(picture('S2 redirected')).toContain('mapped or taken, and no part of the list');
});

test('machine, kernel and client are in the footer', () => {
  expect(picture('S2 translating')).toContain('>my machine</text>');
  expect(picture('S2 translating')).toContain('>Linux 6.1</text>');
});

test('several lists stand side by side, each under its title', () => {
  const names = ['S7 mlx5, IOMMU off', 'S7 mlx5, translating', 'S7 rxe', 'S7 CMB'] as const;
  const panels = names.map((title) => ({
    title,
    scene: layOutMapping(SHOWN_LISTS[title](), { width: 620, step: null, nameOf: () => 'NVMe-A' }),
  }));
  const svg = mappingSvg(panels, plain);
  expect(() => parseXml(svg)).not.toThrow();
  for (const name of names) expect(svg).toContain(`>${name}</text>`);
});

test('whatever things are called, it is well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...NAMES), (name, list) => {
      const title = `]]>"'<!--&lt;${name}`;
      expect(() => parseXml(picture(list, 'dark', title))).not.toThrow();
    }),
    { seed: 1, numRuns: 60 },
  );
});
