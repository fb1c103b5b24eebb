import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMachine } from '../../layout/anyMachine.testkit.ts';
import { groupHulls } from '../../layout/groupHulls.ts';
import { layOut } from '../../layout/layOut.ts';
import { pairWay } from '../../layout/pairWay.ts';
import { DIRECTIONS, DRAWINGS } from '../../layout/scene.ts';
import type { NoteId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { threeDrives, twoCards } from '../../model/smallMachines.testkit.ts';
import type { Verdict } from './svg/palette.ts';
import { parseXml } from './svg/wellFormed.testkit.ts';
import { writeSvg } from './writeSvg.ts';

const machine = twoCards();

function sceneOf(of: Machine, title = 'Maker Drive') {
  return layOut(of, { drawing: 'blocks', direction: 'down', titleOf: () => title });
}

const acsMarks = new Map([[id('02:00.0'), 'RR CR']]);
const plain = {
  title: 'my machine',
  theme: 'light',
  ground: 'paper',
  conditions: [],
  pair: null,
  acs: acsMarks,
} as const;

function byIdOf(of: Machine) {
  return new Map(of.functions.map((fn) => [fn.id, fn]));
}

function pairOf(verdict: Verdict) {
  const [provider, client] = [id('03:00.0'), id('04:00.1')];
  return {
    provider,
    client,
    way: pairWay(sceneOf(machine), machine, byIdOf(machine), { provider, client, rising: false }),
    verdict,
    redirecting: verdict === 'NOT_SUPPORTED' ? [id('02:00.0')] : [],
    words: `03:00.0 to 04:00.1: ${verdict}`,
  };
}

describe('a picture on its own', () => {
  const svg = writeSvg(sceneOf(machine), plain);
  const elements = parseXml(svg);

  test('is named, and says its size', () => {
    const [root] = elements;
    expect(root?.name).toBe('svg');
    expect(root?.values.get('role')).toBe('img');
    expect(root?.values.get('viewBox')).toMatch(/^-?\d+ -?\d+ \d+ \d+$/);
    expect(svg).toContain('<title id="title">my machine</title>');
    expect(svg).toContain('<desc id="desc">1 host bridge, 1 switch, 2 devices</desc>');
  });

  test('needs nothing from elsewhere, and runs nothing', () => {
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'style', 'image', 'use', 'a', 'foreignObject']) {
      expect(names).not.toContain(name);
    }
    for (const { values } of elements) {
      for (const [name, value] of values) {
        expect(name).not.toMatch(/^on|href/);
        expect(value.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/url\(|:\/\//);
      }
    }
  });

  test('keeps texts as texts, with families to fall back to', () => {
    expect(svg).toContain('>Maker Drive</text>');
    expect(svg).toMatch(/font-family="[^"]*sans-serif"/);
    expect(svg).toMatch(/font-family="[^"]*monospace"/);
  });

  test('explains only what occurs', () => {
    expect(svg).not.toContain('link down');
    expect(svg).not.toContain('below what both ends could do');
  });

  test('says which ports redirect, and in the legend what that means', () => {
    expect(svg.match(/>RR CR<\/text>/g)).toHaveLength(2);
    expect(svg).toContain('ACS bits that redirect');
    expect(svg).not.toContain('ACS bits not shown');
    const hidden = new Map([[id('02:01.0'), '?']]);
    expect(writeSvg(sceneOf(machine), { ...plain, acs: hidden })).toContain('ACS bits not shown');
  });

  test('holds the words of the legend to the room they have', () => {
    const words = elements.filter(
      ({ name, values }) => name === 'text' && values.has('textLength'),
    );
    expect(words.length).toBeGreaterThan(0);
    expect(svg).toMatch(/textLength="[\d.]+"[^>]*>ACS bits that redirect</);
  });

  test('has a white ground or none', () => {
    const ground = (text: string) => parseXml(text).find(({ name }) => name === 'rect')?.values;
    expect(ground(svg)?.get('fill')).toBe('#ffffff');
    const clear = writeSvg(sceneOf(machine), { ...plain, ground: 'transparent' });
    expect(ground(clear)?.get('rx')).toBe('4');
  });
});

test.each<[Verdict, string | undefined]>([
  ['BUS_ADDR', undefined],
  ['THRU_HOST_BRIDGE', '14 6'],
  ['NOT_SUPPORTED', '1 6'],
  ['unknown', '6 5'],
])('the way of a pair: %s by its stroke, too', (verdict, dash) => {
  const conditions = ['Judged as Linux 6.12'];
  const svg = writeSvg(sceneOf(machine), { ...plain, conditions, pair: pairOf(verdict) });
  const lines = parseXml(svg).filter(
    ({ name, values }) => name === 'polyline' && values.get('stroke') !== '#4a4f54',
  );
  expect(lines.map(({ values }) => values.get('stroke-dasharray'))).toContain(dash);
  for (const word of ['provider', 'client', verdict, 'Judged as Linux 6.12']) {
    expect(svg).toContain(word);
  }
  expect(svg.includes('ACS redirect')).toBe(verdict === 'NOT_SUPPORTED');
  expect(svg).toContain('<g opacity="0.35">');
});

test('whatever a machine is like and its parts are called, the picture is well-formed', () => {
  fc.assert(
    fc.property(
      anyMachine,
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...DRAWINGS),
      fc.constantFrom(...DIRECTIONS),
      (any, name, drawing, direction) => {
        const title = `]]>"'<!--&lt;${name}`;
        const scene = layOut(any, { drawing, direction, titleOf: () => title });
        const [first] = any.functions;
        const last = any.functions.at(-1);
        const pair = first && {
          ...pairOf('NOT_SUPPORTED'),
          provider: first.id,
          client: last?.id ?? first.id,
          way: pairWay(scene, any, byIdOf(any), {
            provider: first.id,
            client: last?.id ?? first.id,
            rising: true,
          }),
          redirecting: any.functions.map((fn) => fn.id),
          words: title,
        };
        const svg = writeSvg(scene, { ...plain, title, conditions: [title], pair: pair ?? null });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be none
        expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/);
        expect(() => parseXml(svg)).not.toThrow();
        expect(encodeURIComponent(svg).length).toBeGreaterThan(svg.length);
      },
    ),
    { seed: 1, numRuns: 150 },
  );
});

test('between two host bridges the way is one line, and says the verdict where it turns', () => {
  const two = new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0')
    .host('80:00.0', '8086:09a2')
    .rootPort('80:01.0', '81')
    .endpoint('81:00.0')
    .build();
  const scene = sceneOf(two);
  const ends = { provider: id('01:00.0'), client: id('81:00.0') };
  const way = pairWay(scene, two, byIdOf(two), { ...ends, rising: false });
  const verdict = 'NOT_SUPPORTED' as const;
  const pair = { ...ends, way, verdict, redirecting: [], words: 'no' };
  const svg = writeSvg(scene, { ...plain, pair });
  expect(way.route.joint.length).toBeGreaterThan(3);
  const drawn = way.route.joint.map(({ x, y }) => `${x},${y}`).join(' ');
  expect(svg).toContain(`points="${drawn}"`);
  expect(svg).toContain('>Refused</text>');
});

test('IOMMU groups are outlined, numbered, and explained in the legend', () => {
  const scene = sceneOf(machine);
  const hulls = groupHulls(scene, [{ group: 0, members: [id('02:00.0'), id('03:00.0')] }]);
  const svg = writeSvg(scene, { ...plain, hulls });
  expect(() => parseXml(svg)).not.toThrow();
  expect(svg).toContain('<title>IOMMU group 0</title>');
  expect(svg).toContain('>group 0</text>');
  expect(svg).toContain('an IOMMU group with several members');
  expect(writeSvg(scene, plain)).not.toContain('IOMMU');
});

test('signs of what the user did are explained where they occur', () => {
  const words = [
    'a note',
    'pinned in its place',
    'locked against changes',
    'collapsed: more below',
  ];
  const plainly = writeSvg(sceneOf(machine), plain);
  for (const each of words) expect(plainly).not.toContain(each);
  const about = id('03:00.0');
  const kept = { dx: 0, dy: 0, collapsed: false, pinned: true, locked: true };
  const above = machine.functions.find(({ type }) => type === 'upstream')?.id ?? about;
  const marked = writeSvg(
    sceneOf({
      ...machine,
      notes: [{ id: 'n1' as NoteId, about, text: 'quiet fan' }],
      placements: [{ about, ...kept }],
    }),
    plain,
  );
  for (const each of words.slice(0, 3)) expect(marked).toContain(`>${each}</text>`);
  expect(marked).not.toContain('collapsed: more below');
  const onLink = { id: 'n2' as NoteId, about, on: 'link', text: 'long cable' } as const;
  for (const drawing of ['blocks', 'functions'] as const) {
    const noted = writeSvg(
      layOut(
        { ...machine, notes: [onLink] },
        { drawing, direction: 'down', titleOf: ({ id: name }) => name },
      ),
      plain,
    );
    expect(noted).toContain('>long cable</text>');
    expect(noted).toContain('>a note</text>');
  }
  const folded = { about: above, ...kept, pinned: false, locked: false, collapsed: true };
  const closed = writeSvg(sceneOf({ ...machine, placements: [folded] }), plain);
  expect(closed).toContain('collapsed: more below</text>');
  expect(closed).not.toContain('devices that are alike');
});

test('a stack is explained in the legend', () => {
  const scene = layOut(threeDrives(), {
    drawing: 'blocks',
    direction: 'down',
    isStacked: true,
    titleOf: () => 'Drive',
  });
  const svg = writeSvg(scene, plain);
  expect(() => parseXml(svg)).not.toThrow();
  expect(svg).toContain('devices that are alike, as one card</text>');
});
