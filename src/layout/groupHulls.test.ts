import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../model/ids.ts';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import { anyMachine } from './anyMachine.testkit.ts';
import { groupHulls } from './groupHulls.ts';
import { around, grown } from './hulls/extents.ts';
import { layOut } from './layOut.ts';
import { intersects } from './rects.ts';
import type { Drawing, Point, Rect, Scene } from './scene.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01-04', { acs: acs(0x1d) })
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .endpoint('04:00.1')
  .rootPort('00:02.0', '05')
  .endpoint('05:00.0')
  .build();

const drawn = (drawing: Drawing) =>
  layOut(machine, { drawing, direction: 'down', titleOf: (fn) => fn.id });
/** Groups by their members, numbered in order. */
const hullsOf = (scene: Scene, groups: readonly (readonly FunctionId[])[]) =>
  groupHulls(
    scene,
    groups.map((members, group) => ({ group, members })),
  );

const ids = (...addresses: readonly string[]) => addresses.map((address) => id(address));

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function rectOf(scene: Scene, address: string): Rect {
  const place = scene.placeOf.get(id(address));
  if (!place) throw new Error(`${address} is not drawn`);
  return place.rect;
}

describe.each(['blocks', 'functions'] as const)('%s', (drawing) => {
  const scene = drawn(drawing);

  test('a port and the part below it are outlined, and nothing else is', () => {
    const [hull] = hullsOf(scene, [ids('02:00.0', '03:00.0')]);
    // In blocks the port is a small mark of its own: the link shows the way.
    expect(hull?.pieces).toHaveLength(drawing === 'blocks' ? 2 : 1);
    const pieces = hull?.pieces ?? [];
    const isIn = (address: string) =>
      pieces.some(({ bounds }) => holds(bounds, rectOf(scene, address)));
    expect(['02:00.0', '03:00.0', '04:00.0'].map(isIn)).toEqual([true, true, false]);
  });

  test('members without a link between them are pieces of their own, the largest first', () => {
    const [hull] = hullsOf(scene, [ids('00:02.0', '03:00.0')]);
    const areas = hull?.pieces.map(({ bounds }) => bounds.width * bounds.height) ?? [];
    expect(areas).toHaveLength(2);
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  });

  test('a whole tree is one piece', () => {
    const all = ids('00:01.0', '01:00.0', '02:00.0', '02:01.0', '03:00.0', '04:00.0', '04:00.1');
    const [hull] = hullsOf(scene, [all]);
    expect(hull?.pieces).toHaveLength(1);
  });

  test('hulls of two ports side by side do not reach into each other', () => {
    const hulls = hullsOf(scene, [ids('02:00.0', '03:00.0'), ids('02:01.0', '04:00.0', '04:00.1')]);
    const [a, b] = hulls.map((hull) => hull.pieces[0]?.bounds);
    if (!a || !b) throw new Error('not drawn');
    expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
  });

  test('the label lies on the outline, with room before the other end', () => {
    const [hull] = hullsOf(scene, [ids('02:00.0', '03:00.0')]);
    const labelled = hull?.pieces.filter(({ label }) => label) ?? [];
    expect(labelled).toHaveLength(1);
    for (const { label, bounds } of labelled) {
      if (!label) continue;
      expect(label.stands).toBe('above');
      expect(label.reaches).toBe('right');
      expect(label.at.y).toBe(bounds.y);
      expect(label.at.x).toBeGreaterThan(bounds.x);
      expect(bounds.x + bounds.width).toBeGreaterThan(label.at.x + label.room);
    }
  });

  test('a function that is not drawn has no hull', () => {
    expect(hullsOf(scene, [ids('7f:00.0')])).toEqual([{ group: 0, pieces: [] }]);
  });
});

test('two groups on one card: one outline inside the other', () => {
  const hulls = hullsOf(drawn('blocks'), [ids('04:00.0'), ids('04:00.1')]);
  const [a, b] = hulls.map((hull) => hull.pieces[0]?.bounds);
  expect(a && b && holds(a, b) && a.width > b.width).toBe(true);
});

test('a function of a switch that has no port is outlined with the switch', () => {
  const withManagement = new MachineBuilder()
    .rootPort('00:01.0', '01-03')
    .upstream('01:00.0', '02-03')
    .endpoint('01:00.1')
    .endpoint('01:00.2')
    .downstream('02:00.0', '03')
    .endpoint('03:00.0')
    .build();
  for (const drawing of ['blocks', 'functions'] as const) {
    const scene = layOut(withManagement, { drawing, direction: 'down', titleOf: (fn) => fn.id });
    const [hull] = hullsOf(scene, [ids('01:00.0', '01:00.1')]);
    const place = rectOf(scene, '01:00.1');
    expect(hull?.pieces.some(({ bounds }) => holds(bounds, place))).toBe(true);
  }
});

/** A machine of several trees; each function in one of a few groups, or in none. */
const grouped = fc
  .tuple(anyMachine, fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 24 }))
  .map(([machine, numbers]) => ({
    machine,
    groups: [0, 1, 2, 3].map((group) => ({
      group,
      members: machine.functions
        .filter((_, index) => numbers[(index * 7) % numbers.length] === group)
        .map((fn) => fn.id),
    })),
  }));

const isInside = ({ x, y }: Point, loops: readonly (readonly Point[])[]): boolean => {
  let isIn = false;
  for (const loop of loops) {
    loop.forEach((a, index) => {
      const b = loop[(index + 1) % loop.length] ?? a;
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isIn = !isIn;
    });
  }
  return isIn;
};

const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

describe.each([
  ['blocks', 'down'],
  ['blocks', 'right'],
  ['functions', 'down'],
  ['functions', 'right'],
] as const)('of any machine, in %s %s', (drawing, direction) => {
  test('every member is within its outline, boxes of others are not, and nothing is far away', () => {
    fc.assert(
      fc.property(grouped, ({ machine, groups }) => {
        const scene = layOut(machine, { drawing, direction, titleOf: (fn) => fn.id });
        const hulls = groupHulls(scene, groups);
        groups.forEach(({ members }, index) => {
          const pieces = hulls[index]?.pieces ?? [];
          const loops = pieces.flatMap((piece) => piece.loops);
          const own = new Set<string>();
          for (const id of members) {
            const place = scene.placeOf.get(id);
            if (!place) continue;
            own.add(place.box);
            expect(isInside(middle(place.rect), loops)).toBe(true);
          }
          for (const { key, kind, rect } of scene.boxes) {
            if (own.has(key) || kind === 'empty-slot') continue;
            expect(isInside(middle(rect), loops)).toBe(false);
          }
          const mine = scene.boxes.filter(({ key }) => own.has(key));
          const lines = scene.links
            .filter(({ key }) => members.includes(key))
            .flatMap(({ points }) => points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
          const reach = grown(around([...mine.map(({ rect }) => rect), ...lines]), 40);
          for (const { bounds } of pieces) {
            expect(mine.some(({ rect }) => intersects(bounds, rect))).toBe(true);
            expect(holds(reach, bounds)).toBe(true);
          }
        });
      }),
      { numRuns: 100 },
    );
  });
});
