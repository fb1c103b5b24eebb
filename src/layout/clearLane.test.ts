import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAs } from '../formats/readAny.ts';
import { clearLane, inFrame } from './clearLane.ts';
import { layOut } from './layOut.ts';
import { intersects, spanned } from './rects.ts';
import { DIRECTIONS, DRAWINGS, type Point, type Rect } from './scene.ts';
import type { WalkPlace } from './walkRoute.ts';
import { walkRoute } from './walkRoute.ts';
import { wayToHost } from './wayToHost.ts';

describe('along the edge of a frame', () => {
  test('where nothing is in the way it stays', () => {
    expect(clearLane(50, [], [0, 100])).toBe(50);
    expect(clearLane(50, [[10, 40]], [0, 100])).toBe(50);
  });

  test('past what is in the way, else before it, else closer', () => {
    expect(clearLane(50, [[30, 70]], [0, 100])).toBe(78);
    expect(clearLane(50, [[40, 70]], [0, 200])).toBe(86);
    expect(clearLane(50, [[40, 95]], [0, 100])).toBe(24);
    expect(clearLane(0, [[0, 28]], [0, 39])).toBe(33);
    expect(clearLane(50, [[0, 100]], [0, 100])).toBeNull();
  });

  test('between two, where it fits', () => {
    const two = [
      [0, 60],
      [100, 200],
    ] as const;
    expect(clearLane(20, two, [0, 300])).toBe(76);
    expect(clearLane(120, two, [0, 300])).toBe(216);
  });
});

describe('in a machine', () => {
  const file = '../../fixtures/claims/one-switch-nvme-nic.peerlane.json';
  const read = readAs('document', readFileSync(new URL(file, import.meta.url), 'utf8'));
  if (!read?.ok) throw new Error('no machine');
  const { machine } = read.value;
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const nic = machine.functions.find(({ id }) => id.includes('04:00.0'));
  if (!nic) throw new Error('no NIC');
  const { functions, host } = wayToHost(byId, nic.id);
  const places: readonly WalkPlace[] = [
    ...functions.map((id): WalkPlace => ({ kind: 'function', id })),
    { kind: 'iommu' },
    { kind: 'root-complex', host: host ?? 'unknown' },
    { kind: 'memory', host: host ?? 'unknown' },
  ];
  const manners = DRAWINGS.flatMap((drawing) =>
    DIRECTIONS.map((direction) => ({ drawing, direction })),
  );

  test.each(manners)(
    '$drawing, $direction: no way to the IOMMU or RAM lies over words',
    (manner) => {
      const scene = layOut(machine, { ...manner, titleOf: () => 'Device' });
      const { legs } = walkRoute(scene, byId, places);
      const frame = scene.frames.find(({ kind }) => kind === 'host-bridge');
      if (!frame) throw new Error('no host');
      // It comes in by its own port.
      const own = scene.placeOf.get(functions.at(-1) ?? nic.id)?.rect;
      const taken = inFrame(scene, frame).filter((rect) => !own || !isSameRect(rect, own));
      const inside = legs.slice(functions.length - 1).map(withoutStart);
      const crossed = inside
        .flatMap((leg) => pieces(leg))
        .filter((piece) => taken.some((rect) => intersects(rect, piece)));
      expect(crossed).toEqual([]);
    },
  );
});

/** The first leg comes up through the root port. */
function withoutStart(leg: readonly Point[], index: number): readonly Point[] {
  return index === 0 ? leg.slice(-3) : leg;
}

function isSameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y;
}

function pieces(leg: readonly Point[]) {
  return leg.slice(1).map((to, index) => spanned(leg[index] ?? to, to));
}
