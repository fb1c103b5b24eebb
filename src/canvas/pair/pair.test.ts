import { describe, expect, test } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { explainPair } from '../../engine/explain/explainPair.ts';
import { litPath } from '../../layout/litPath.ts';
import { pathRoute } from '../../layout/pathRoute.ts';
import { placeTags, type TagRequest } from '../../layout/placeTags.ts';
import { intersects, rectAt } from '../../layout/rects.ts';
import type { Direction, Drawing, Point } from '../../layout/scene.ts';
import { wayToHost } from '../../layout/wayToHost.ts';
import { id } from '../../model/machine.testkit.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { middleOf } from '../rects.ts';
import { byIdOf, drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { boxVerdicts } from './endVerdicts.ts';
import { bridgeFlags, turnWords } from './flags.ts';
import { pairLook } from './pairLook.ts';
import { pathLook } from './pathLook.ts';
import { pathTags } from './pathTags.ts';

const machine = twoHosts();
const byId = byIdOf(machine);
const analysis = analyze(machine);
const listed = [id('03:00.0'), id('04:00.0'), id('04:00.1'), id('81:00.0')];

type Asked = Pick<PeerlaneState, 'document' | 'pair' | 'results' | 'explained'>;

function state(provider: string | null, client: string | null, more: Partial<Asked> = {}): Asked {
  const end = (text: string | null) => (text === null ? null : id(text));
  const document = { machine, byId, revision: 7 } as unknown as PeerlaneState['document'];
  const results = {
    revision: 7,
    table: analysis.table(listed),
    placeOf: new Map(listed.map((fn, place) => [fn, place])),
  } as unknown as PeerlaneState['results'];
  const pair = { provider: end(provider), client: end(client) };
  return { document, pair, results, explained: null, ...more };
}

describe('what is shown of a pair', () => {
  test('nothing without an end, and for ends that are gone', () => {
    expect(pairLook(state(null, null)).kind).toBe('none');
    expect(pairLook(state('7f:00.0', null)).kind).toBe('none');
    expect(pairLook(state('7f:00.0', '03:00.0')).kind).toBe('none');
  });

  test('of one end the row or the column of the table', () => {
    const from = pairLook(state('03:00.0', null));
    const to = pairLook(state(null, '03:00.0'));
    for (const look of [from, to]) {
      if (look.kind !== 'one') throw new Error('one end is chosen');
      const isFrom = look.end === 'provider';
      for (const other of listed.slice(1)) {
        const [provider, client] = isFrom ? [listed[0], other] : [other, listed[0]];
        if (!provider || !client) throw new Error('listed');
        const expected = analysis.pair(provider, client).mapType ?? 'unknown';
        expect(look.verdicts.get(other)).toBe(expected);
      }
      expect(look.verdicts.has(look.chosen)).toBe(false);
    }
  });

  test('of both the verdict of the table until the reasons are there', () => {
    const quick = pairLook(state('03:00.0', '04:00.0'));
    const expected = analysis.pair(id('03:00.0'), id('04:00.0')).mapType;
    expect(quick).toMatchObject({ kind: 'both', verdict: expected, explanation: null });
    const explanation = explainPair(analysis, id('03:00.0'), id('04:00.0'));
    const explained = { revision: 7, explanation };
    expect(pairLook(state('03:00.0', '04:00.0', { explained }))).toMatchObject({ explanation });
    // Reasons of another pair are none of this.
    expect(pairLook(state('04:00.0', '03:00.0', { explained }))).toMatchObject({
      explanation: null,
    });
  });

  test('an answer about an earlier state is never shown as valid', () => {
    const { results } = state(null, null);
    const old = results && { ...results, revision: 6 };
    const explanation = explainPair(analysis, id('03:00.0'), id('04:00.0'));
    const asked = state('03:00.0', '04:00.0', {
      results: old,
      explained: { revision: 6, explanation },
    });
    const look = pairLook(asked);
    expect(look).toMatchObject({ verdict: 'pending', explanation: null, isStale: true });
    if (look.kind === 'both') expect(pathLook(look)).toBe('stale');
    expect(pairLook(state('03:00.0', null, { results: old }))).toMatchObject({ isStale: true });
  });

  test('a card shows each of its verdicts once, best first, as the same list', () => {
    const { scene } = drawnOf(machine);
    const card = scene.boxes.find(({ key }) => key === id('04:00.0'));
    if (!card) throw new Error('no card');
    const verdicts = new Map([
      [id('04:00.0'), 'NOT_SUPPORTED'],
      [id('04:00.1'), 'BUS_ADDR'],
    ] as const);
    expect(boxVerdicts(card, verdicts)).toEqual(['BUS_ADDR', 'NOT_SUPPORTED']);
    expect(boxVerdicts(card, verdicts)).toBe(boxVerdicts(card, verdicts));
    expect(boxVerdicts(card, new Map())).toBeNull();
  });
});

function routeOf(
  provider: string,
  client: string,
  drawing: Drawing,
  direction: Direction,
  rising = false,
) {
  const { scene, links } = drawnOf(machine, drawing, direction);
  const lit = litPath(scene, machine, id(provider), id(client));
  const meeting = lit.up.at(-1);
  const trunk = rising && meeting !== undefined ? wayToHost(byId, meeting).functions : [];
  const isOneHost = wayToHost(byId, id(provider)).host === wayToHost(byId, id(client)).host;
  return { scene, route: pathRoute(scene, links.above, { ...lit, trunk, isOneHost }) };
}

const DRAWINGS = [
  ['blocks', 'down'],
  ['blocks', 'right'],
  ['functions', 'down'],
  ['functions', 'right'],
] as const;

describe.each(DRAWINGS)('the way in %s grown %s', (drawing, direction) => {
  test.each([
    ['below one switch', '03:00.0', '04:00.0', false],
    ['up to the root complex, though below one switch', '03:00.0', '04:00.0', true],
    ['from host bridge to host bridge', '03:00.0', '81:00.0', false],
  ] as const)('%s hangs together', (_, provider, client, rising) => {
    const { scene, route } = routeOf(provider, client, drawing, direction, rising);
    const lines = [...route.pieces, route.joint].filter((line) => line.length > 0);
    // All lines and stations are one figure: flood it from the provider.
    const areas = [
      ...route.stations.flatMap((fn) => scene.placeOf.get(fn)?.rect ?? []),
      ...route.hosts,
    ];
    const open: (readonly Point[])[] = [...lines];
    const reached = [...areas.slice(0, 1)];
    for (const area of reached) {
      const near = { ...area, x: area.x - 1, y: area.y - 1 };
      const touch = { ...near, width: area.width + 2, height: area.height + 2 };
      for (const line of open.splice(0)) {
        const ends = line.map((at) => rectAt(at, 0, 0));
        if (ends.some((end) => intersects(end, touch))) reached.push(...ends);
        else open.push(line);
      }
      for (const other of areas) {
        if (!reached.includes(other) && intersects(other, touch)) reached.push(other);
      }
    }
    expect(open).toEqual([]);
    const card = scene.placeOf.get(id(client))?.rect;
    expect(reached).toContain(card);
  });

  test('only ever runs straight', () => {
    const { route } = routeOf('03:00.0', '81:00.0', drawing, direction);
    for (const line of [...route.pieces, route.joint]) {
      line.slice(1).forEach((at, index) => {
        const before = line[index];
        expect(at.x === before?.x || at.y === before?.y).toBe(true);
      });
    }
  });
});

test('a function with itself has no way', () => {
  const { route } = routeOf('03:00.0', '03:00.0', 'blocks', 'down');
  expect(route.pieces).toEqual([]);
});

describe('flags', () => {
  test('say what redirects, and by which bits', () => {
    const verdict = analysis.pair(id('03:00.0'), id('04:00.0'));
    expect(bridgeFlags(verdict, byId)).toEqual([
      { function: '0000:02:00.0', text: 'ACS RR CR redirect', kind: 'redirects' },
    ]);
    expect(turnWords(verdict.rule)).toMatch(/list/);
  });

  test('stand among the tags of the pair, ends first', () => {
    const explanation = explainPair(analysis, id('03:00.0'), id('04:00.0'));
    const look = pairLook(state('03:00.0', '04:00.0', { explained: { revision: 7, explanation } }));
    const tags = pathTags(drawnOf(machine).scene, byId, look, { x: 0, y: 0 }, false);
    expect(tags.map(({ key }) => key)).toEqual([
      'provider',
      'client',
      'verdict',
      'flag 0000:02:00.0',
    ]);
  });
});

describe('tags', () => {
  const tag = (key: string, x: number): TagRequest => ({
    key,
    at: { x, y: 100, width: 36, height: 20 },
    width: 120,
    height: 18,
    sides: ['right', 'left', 'above', 'below'],
  });
  const screen = (requests: readonly TagRequest[], k: number) =>
    placeTags(requests, k).map(({ key, from, dx, dy }) => {
      const { width = 0, height = 0 } = requests.find((each) => each.key === key) ?? {};
      return rectAt({ x: from.x * k + dx, y: from.y * k + dy }, width, height);
    });

  test.each([0.3, 1, 2])('do not cover one another at %d', (k) => {
    const rects = screen(
      [0, 40, 80, 120, 160].map((x) => tag(`at ${x}`, x)),
      k,
    );
    rects.forEach((one, index) => {
      for (const other of rects.slice(index + 1)) expect(intersects(one, other)).toBe(false);
    });
  });

  test('take the first side when it is free', () => {
    const [placed] = placeTags([tag('one', 0)], 1);
    expect(placed).toMatchObject({ from: { x: 36, y: 110 }, dx: 6, dy: -9 });
  });

  test('stay within what is seen, if what they belong to is', () => {
    const view = { x: 0, y: 0, width: 400, height: 300 };
    const rectOf = (at: number, sides: TagRequest['sides']) => {
      const [placed] = placeTags([{ ...tag('one', at), sides }], 1, [], view);
      return { left: (placed?.from.x ?? 0) + (placed?.dx ?? 0), placed };
    };
    expect(rectOf(350, ['right', 'left']).left).toBe(350 - 6 - 120);
    expect(rectOf(350, ['right']).left).toBe(400 - 120);
    expect(rectOf(900, ['right']).left).toBe(900 + 36 + 6);
  });

  test('leave in sight what is in the way', () => {
    const way = { x: 40, y: 90, width: 60, height: 40 };
    const [placed] = placeTags([tag('one', 0)], 1, [way]);
    const on = rectAt(
      {
        x: (placed?.from.x ?? 0) + (placed?.dx ?? 0),
        y: (placed?.from.y ?? 0) + (placed?.dy ?? 0),
      },
      120,
      18,
    );
    expect(intersects(on, way)).toBe(false);
    expect(middleOf(on).x).toBeLessThan(40);
  });
});
