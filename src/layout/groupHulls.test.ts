import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../model/ids.ts';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import { groupHulls } from './groupHulls.ts';
import { layOut } from './layOut.ts';
import type { Drawing, Rect, Scene } from './scene.ts';

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

  test('a port and the card below it are one piece, with the link between them', () => {
    const [hull] = hullsOf(scene, [ids('02:00.0', '03:00.0')]);
    expect(hull?.pieces).toHaveLength(1);
    const [piece] = hull?.pieces ?? [];
    for (const address of ['02:00.0', '03:00.0']) {
      expect(piece && holds(piece.bounds, rectOf(scene, address))).toBe(true);
    }
    expect(piece && holds(piece.bounds, rectOf(scene, '04:00.0'))).toBe(false);
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

  test('the label lies on the outline', () => {
    for (const { pieces } of hullsOf(scene, [ids('02:00.0', '03:00.0')])) {
      for (const { label, bounds } of pieces) {
        expect(label.from.x).toBeGreaterThan(bounds.x);
        expect(label.to.x).toBeGreaterThan(label.from.x);
        expect(bounds.x + bounds.width).toBeGreaterThan(label.to.x);
        expect(label.from.y).toBeGreaterThanOrEqual(bounds.y);
      }
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
