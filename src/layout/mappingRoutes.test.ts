import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../model/ids.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { layOut } from './layOut.ts';
import { mappingRoutes } from './mappingRoutes.ts';
import { distanceTo } from './rects.ts';
import { DIRECTIONS, DRAWINGS, type Point } from './scene.ts';
import { directPlaces } from './walkRoute.testkit.ts';
import type { WalkPlace } from './walkRoute.ts';
import { wayToHost } from './wayToHost.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .downstream('02:01.0', '04')
  .endpoint('04:00.0')
  .rootPort('00:02.0', '05')
  .endpoint('05:00.0')
  .build();
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
const client = id('04:00.0');
const peer = id('03:00.0');
const { functions, host } = wayToHost(byId, client);
const at = (each: FunctionId): WalkPlace => ({ kind: 'function', id: each });
const root: WalkPlace = { kind: 'root-complex', host: host ?? 'unknown' };
const memory: WalkPlace = { kind: 'memory', host: host ?? 'unknown' };

const toMemory = [...functions.map(at), { kind: 'iommu' } as const, root, memory];
const toPeer = directPlaces(byId, client, peer) ?? [];
const ways = [
  { key: 'memory', places: toMemory },
  { key: 'peer', places: toPeer },
  { key: 'fault', places: toMemory.slice(0, -2) },
  { key: 'nowhere', places: [] },
];

const MANNERS = DRAWINGS.flatMap((drawing) =>
  DIRECTIONS.map((direction) => ({ drawing, direction })),
);

describe.each(MANNERS)('$drawing, $direction', (manner) => {
  const scene = layOut(machine, { ...manner, titleOf: () => 'Device' });
  const { routes, boxes, links, frames, outward } = mappingRoutes(scene, byId, ways);
  const [up, across, fault, none] = routes;
  const rectOf = (each: FunctionId) => scene.placeOf.get(each)?.rect;

  test('every way begins at the device, and runs along and across', () => {
    for (const { points } of routes.slice(0, 3)) {
      const start = points[0];
      const box = rectOf(client);
      expect(start && box ? distanceTo(box, start) : Number.NaN).toBeLessThan(1);
      for (const [index, to] of points.entries()) {
        const from = points[index - 1];
        if (from)
          expect(Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y))).toBeLessThan(0.01);
      }
    }
  });

  test('a bus address ends at its peer, and comes to neither IOMMU nor memory', () => {
    const box = rectOf(peer);
    expect(across && box ? distanceTo(box, across.end) : Number.NaN).toBeLessThan(30);
    expect(across).toMatchObject({ iommu: null, memory: null });
  });

  test('memory is beside the IOMMU, on an edge that looks away from the tree', () => {
    const [iommu, ram] = [up?.iommu, up?.memory];
    if (!iommu || !ram || !up) throw new Error('no way to memory');
    const along = (point: Point) => (outward === 'up' ? point.x : point.y);
    const deep = (point: Point) => (outward === 'up' ? point.y : point.x);
    expect(along(ram) - along(iommu)).toBeGreaterThanOrEqual(60);
    expect(deep(ram)).toBeLessThanOrEqual(deep(iommu));
    expect(Math.hypot(up.end.x - ram.x, up.end.y - ram.y)).toBeLessThan(30);
    for (const each of [iommu, ram]) {
      expect(scene.bounds.x).toBeLessThanOrEqual(each.x);
      expect(each.x).toBeLessThanOrEqual(scene.bounds.x + scene.bounds.width);
    }
  });

  test('what the IOMMU refuses ends there', () => {
    const iommu = fault?.iommu;
    if (!iommu || !fault) throw new Error('no way to the IOMMU');
    expect(Math.hypot(fault.end.x - iommu.x, fault.end.y - iommu.y)).toBeLessThan(30);
    expect(fault.memory).toBeNull();
  });

  test('what never leaves has no line', () => {
    expect(none?.points).toEqual([]);
  });

  test('what the ways touch keeps its strength; the rest does not', () => {
    expect(boxes.has(scene.placeOf.get(client)?.box ?? '')).toBe(true);
    expect(boxes.has(scene.placeOf.get(peer)?.box ?? '')).toBe(true);
    expect(boxes.has(scene.placeOf.get(id('05:00.0'))?.box ?? '')).toBe(false);
    expect(links.has(scene.linkOf.get(client) ?? '')).toBe(true);
    expect(links.has(scene.linkOf.get(id('05:00.0')) ?? '')).toBe(false);
    expect(frames.size).toBe(1);
  });
});
