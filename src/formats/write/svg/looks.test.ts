import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { groupHulls } from '../../../layout/groupHulls.ts';
import { layOut } from '../../../layout/layOut.ts';
import { pairWay } from '../../../layout/pairWay.ts';
import { DIRECTIONS, DRAWINGS, type Rect } from '../../../layout/scene.ts';
import type { NoteId } from '../../../model/ids.ts';
import { id } from '../../../model/machine.testkit.ts';
import { twoCards } from '../../../model/smallMachines.testkit.ts';
import { type SvgOptions, writeSvg } from '../writeSvg.ts';
import { contrast } from './contrast.testkit.ts';
import { SVG_LOOKS, SVG_THEMES, type SvgTheme, type Verdict } from './palette.ts';
import { parseXml } from './wellFormed.testkit.ts';

const plain = twoCards();
const about = id('03:00.0');
const machine = {
  ...plain,
  notes: [{ id: 'n1' as NoteId, about, text: 'quiet fan' }],
  placements: [{ about, dx: 0, dy: 0, collapsed: false, pinned: true, locked: true }],
};
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));

type Manner = readonly [theme: SvgTheme, drawing: (typeof DRAWINGS)[number], verdict: Verdict];

function picture(
  [theme, drawing, verdict]: Manner,
  direction: (typeof DIRECTIONS)[number],
  more: Partial<SvgOptions> = {},
): string {
  const scene = layOut(machine, { drawing, direction, titleOf: () => 'Maker Drive' });
  const ends = { provider: id('03:00.0'), client: id('04:00.1') };
  const way = pairWay(scene, machine, byId, { ...ends, rising: false });
  return writeSvg(scene, {
    title: 'my machine',
    theme,
    ground: 'paper',
    conditions: ['Judged as Linux 6.12'],
    pair: { ...ends, way, verdict, redirecting: [id('02:00.0')], words: 'the verdict' },
    acs: new Map([[id('02:00.0'), 'RR CR']]),
    hulls: groupHulls(scene, [{ group: 0, members: [id('02:00.0'), id('03:00.0')] }]),
    ...more,
  });
}

const number = (values: Map<string, string>, name: string) => Number(values.get(name) ?? 0);

/** Each text with the colour that it is written in, and what lies below where it begins or ends. */
function written(svg: string): readonly { readonly ink: string; readonly on: string }[] {
  const [root, ...elements] = parseXml(svg);
  const ink = root?.values.get('fill') ?? '';
  const grounds: { readonly rect: Rect; readonly fill: string }[] = [];
  const found: { ink: string; on: string }[] = [];
  let on = '';
  for (const { name, values } of elements) {
    const fill = values.get('fill') ?? ink;
    if (name === 'rect' && fill !== 'none') {
      const [x, y] = [number(values, 'x'), number(values, 'y')];
      const [width, height] = [number(values, 'width'), number(values, 'height')];
      grounds.push({ rect: { x, y, width, height }, fill });
    }
    if (name === 'text') {
      const anchor = values.get('text-anchor');
      const x = number(values, 'x') + (anchor === 'end' ? -1 : anchor === 'middle' ? 0 : 1);
      const y = number(values, 'y') - 3;
      const below = grounds.findLast(
        ({ rect }) =>
          x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height,
      );
      on = below?.fill ?? '';
    }
    if (name === 'text' || (name === 'tspan' && values.has('fill'))) found.push({ ink: fill, on });
  }
  return found;
}

const VERDICTS: readonly Verdict[] = ['BUS_ADDR', 'THRU_HOST_BRIDGE', 'NOT_SUPPORTED', 'unknown'];
const MANNERS = SVG_THEMES.flatMap((theme) =>
  DRAWINGS.flatMap((drawing) => VERDICTS.map((verdict): Manner => [theme, drawing, verdict])),
);

describe.each(MANNERS)('%s, %s, %s', (...manner) => {
  test.each(DIRECTIONS)('every word is readable where it stands, grown %s', (direction) => {
    for (const pair of [{}, { pair: null }]) {
      const texts = written(picture(manner, direction, pair));
      expect(texts.length).toBeGreaterThan(20);
      for (const { ink, on } of texts) {
        expect(contrast(ink, on), `${ink} on ${on}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe.each(SVG_THEMES)('%s', (theme) => {
  const look = SVG_LOOKS[theme];

  test('what is drawn can be seen on what it is drawn on', () => {
    const strokes = [
      look.outline,
      look.link,
      ...VERDICTS.map((each) => look.verdicts[each].stroke),
    ];
    for (const stroke of strokes) {
      for (const ground of [look.ground, look.frame, look.socket, look.box]) {
        expect(contrast(stroke, ground), `${stroke} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('every colour is one of this look, as six digits', () => {
    const own = new Set(JSON.stringify(look).match(/#[0-9a-f]{6}/g));
    const used = picture([theme, 'blocks', 'BUS_ADDR'], 'down').match(/(?:fill|stroke)="[^"]*"/g);
    const colours = new Set((used ?? []).map((each) => each.split('"')[1] ?? ''));
    expect([...colours].filter((colour) => colour !== 'none' && !own.has(colour))).toEqual([]);
  });

  test('the ground is its paper, or there is none', () => {
    const ground = (svg: string) => parseXml(svg).find(({ name }) => name === 'rect')?.values;
    const manner: Manner = [theme, 'blocks', 'BUS_ADDR'];
    expect(ground(picture(manner, 'down'))?.get('fill')).toBe(look.ground);
    const clear = ground(picture(manner, 'down', { ground: 'transparent' }));
    expect(clear?.get('rx')).toBe('4');
  });
});

test('in the dark a picture has the colours of the sheet', () => {
  const css = readFileSync(new URL('../../../app/theme.css', import.meta.url), 'utf8');
  const sheet = (name: string) =>
    new RegExp(`--${name}: light-dark\\(#[0-9a-f]{6}, (#[0-9a-f]{6})\\)`).exec(css)?.[1];
  const { verdicts, ...look } = SVG_LOOKS.dark;
  expect(look).toMatchObject({
    ground: sheet('paper'),
    ink: sheet('ink'),
    quiet: sheet('ink-quiet'),
    outline: sheet('outline'),
    frame: sheet('paper'),
    socket: sheet('panel'),
    box: sheet('field'),
  });
  const names = { BUS_ADDR: 'bus', THRU_HOST_BRIDGE: 'thru', NOT_SUPPORTED: 'never' } as const;
  for (const verdict of VERDICTS) {
    const name = verdict === 'unknown' ? verdict : names[verdict];
    expect(verdicts[verdict]).toEqual({ stroke: sheet(name), ink: sheet(`${name}-ink`) });
  }
});
