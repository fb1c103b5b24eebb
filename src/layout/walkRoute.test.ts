import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFormat, readAs } from '../formats/readAny.ts';
import type { FunctionId } from '../model/ids.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { anyMachine } from './anyMachine.testkit.ts';
import { layOut } from './layOut.ts';
import { distanceTo } from './rects.ts';
import { DIRECTIONS, DRAWINGS, type Scene } from './scene.ts';
import { directPlaces, risingPlaces } from './walkRoute.testkit.ts';
import { type WalkPlace, type WalkRoute, walkRoute } from './walkRoute.ts';

const WAYS = DRAWINGS.flatMap((drawing) => DIRECTIONS.map((direction) => ({ drawing, direction })));
const titleOf = () => 'Device';

function byIdOf(machine: Machine): ReadonlyMap<FunctionId, PciFunction> {
  return new Map(machine.functions.map((fn) => [fn.id, fn]));
}

/** What is wrong with a route, in words. */
function faultsOf(scene: Scene, places: readonly WalkPlace[], route: WalkRoute): string[] {
  const faults: string[] = [];
  const { stations, legs } = route;
  if (stations.length !== places.length) faults.push('a station for each hop');
  if (legs.length !== Math.max(0, places.length - 1)) faults.push('a leg between stations');
  places.forEach((place, index) => {
    const station = stations[index];
    if (!station) return;
    if (!Number.isFinite(station.x) || !Number.isFinite(station.y)) faults.push('nowhere');
    const box = boxOf(scene, place);
    if (box && distanceTo(box, station) > 0.01) {
      faults.push(`hop ${index} (${place.kind}) stands beside its box`);
    }
    const leg = legs[index];
    if (!leg) return;
    const next = stations[index + 1];
    if (!isSame(leg[0], station) || !isSame(leg.at(-1), next)) faults.push(`leg ${index} is loose`);
    for (const [corner, from] of leg.entries()) {
      const to = leg[corner + 1];
      const isStraight = !to || Math.min(Math.abs(from.x - to.x), Math.abs(from.y - to.y)) < 0.01;
      if (!isStraight) faults.push(`leg ${index} runs aslant`);
    }
  });
  return faults;
}

function boxOf(scene: Scene, place: WalkPlace) {
  if (place.kind === 'iommu') return null;
  if (place.kind === 'function') return scene.placeOf.get(place.id)?.rect ?? null;
  return scene.frames.find(({ id: frame }) => frame === place.host)?.rect ?? null;
}

function isSame(a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined) {
  return a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) < 0.01;
}

describe.each(['example.peerlane.json', 'epyc.peerlane.json', 'desktop-no-root.txt'])(
  '%s',
  (file) => {
    const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
    const read = readAs(detectFormat(text), text);
    if (!read?.ok) throw new Error(`${file} cannot be read`);
    const { machine } = read.value;
    const byId = byIdOf(machine);
    const ends = machine.functions.filter(({ bridge }) => bridge === null).map((fn) => fn.id);
    const pairs = ends.flatMap((client) => ends.map((provider) => [client, provider] as const));

    test.each(WAYS)('$drawing, $direction: every hop stands in its box', (manner) => {
      const scene = layOut(machine, { ...manner, titleOf });
      const faults = new Set<string>();
      for (const [client, provider] of pairs) {
        if (client === provider) continue;
        const walks = [
          risingPlaces(byId, client, provider),
          directPlaces(byId, client, provider) ?? [],
        ];
        for (const places of walks) {
          const back = [...places, ...places.toReversed().slice(1)];
          const route = walkRoute(scene, byId, back);
          for (const fault of faultsOf(scene, back, route)) {
            faults.add(`${client} to ${provider}: ${fault}`);
          }
        }
      }
      expect([...faults].slice(0, 5)).toEqual([]);
    });
  },
);

describe('below a switch', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .downstream('02:01.0', '04')
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0')
    .build();
  const byId = byIdOf(machine);
  const direct = directPlaces(byId, id('03:00.0'), id('04:00.0')) ?? [];

  test.each(WAYS)('$drawing, $direction: a peer is reached without going round', (manner) => {
    const scene = layOut(machine, { ...manner, titleOf });
    const { stations, legs } = walkRoute(scene, byId, direct);
    expect(stations).toHaveLength(4);
    const across = legs[1] ?? [];
    const along = manner.direction === 'down' ? 'y' : 'x';
    const upper = scene.placeOf.get(id('01:00.0'))?.rect;
    const end = upper ? upper[along] + (manner.drawing === 'blocks' ? 0 : upper.height) : 0;
    for (const at of across) expect(at[along]).toBeGreaterThanOrEqual(end);
    // Straight pieces only, none of them gone twice.
    for (const [index, from] of across.entries()) {
      const to = across[index + 1];
      if (to) expect(Math.min(Math.abs(from.x - to.x), Math.abs(from.y - to.y))).toBeCloseTo(0);
    }
  });

  test.each(WAYS)('$drawing, $direction: the IOMMU is on the far edge of its host', (manner) => {
    const scene = layOut(machine, { ...manner, titleOf });
    const places = risingPlaces(byId, id('03:00.0'), id('05:00.0'));
    const { stations, outward } = walkRoute(scene, byId, places);
    const at = stations[places.findIndex(({ kind }) => kind === 'iommu')];
    const host = scene.frames.find(({ kind }) => kind === 'host-bridge')?.rect;
    if (!at || !host) throw new Error('no host');
    if (outward === 'up') expect(at.y).toBe(host.y);
    else expect(at.x).toBe(host.x);
  });

  test('no hops have no route, and a function that is not drawn moves nothing', () => {
    const scene = layOut(machine, { drawing: 'blocks', direction: 'down', titleOf });
    expect(walkRoute(scene, byId, [])).toMatchObject({ stations: [], legs: [] });
    const places = [...direct, { kind: 'function' as const, id: id('7f:00.0') }];
    const { stations } = walkRoute(scene, byId, places);
    expect(stations).toHaveLength(places.length);
    for (const at of stations) expect(Number.isFinite(at.x + at.y)).toBe(true);
  });
});

test('machines that no machine is like have routes, too', () => {
  fc.assert(
    fc.property(
      anyMachine,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...WAYS),
      (machine, a, b, manner) => {
        const { functions } = machine;
        const client = functions[a % Math.max(1, functions.length)]?.id;
        const provider = functions[b % Math.max(1, functions.length)]?.id;
        if (client === undefined || provider === undefined) return;
        const byId = byIdOf(machine);
        const scene = layOut(machine, { ...manner, titleOf });
        for (const places of [
          risingPlaces(byId, client, provider),
          directPlaces(byId, client, provider) ?? [],
        ]) {
          const { stations, legs } = walkRoute(scene, byId, places);
          expect(stations).toHaveLength(places.length);
          for (const at of [...stations, ...legs.flat()]) {
            expect(Number.isFinite(at.x) && Number.isFinite(at.y)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
