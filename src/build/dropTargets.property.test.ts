import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine, Placement } from '../model/machine.ts';
import { validate } from '../model/validate.ts';
import { machines } from '../store/randomMachine.testkit.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import type { Carried, DropPlace } from './carried.ts';
import { devicesBelow, familyOf, isPort } from './changes/family.ts';
import { cutOut } from './cutOut.ts';
import { Drawing } from './drawing.testkit.ts';
import { dropTargets } from './dropTargets.ts';

const PARTS = CATALOGUE.map(({ id }) => id);

const drawn = new Drawing()
  .host('h0', 'host', 'socket0')
  .host('h1', 'milan', 'socket1')
  .put('rp0 rp1 rp2', 'port', 'h0')
  .put('rp3', 'port', 'h1')
  .slot('s0', 'rp1', { lanes: 16 })
  .put('sw0', 'switch', 'rp0')
  .put('gpu0 gpu1', 'gpu', 'sw0')
  .put('sw1', 'switch', 'sw0')
  .put('nic0', 'nic', 'sw1')
  .put('nvme0', 'nvme', 'rp1')
  .put('vmd0', 'vmd', 'h1')
  .put('br0', 'bridge', 'rp3')
  .put('old0', 'pci-card', 'br0')
  .slot('s1', 'rp2', { lanes: 8 }).settled;

const machine = fc
  .tuple(fc.oneof(fc.constant(drawn), machines), fc.array(fc.nat(60), { maxLength: 2 }))
  .map(([base, locked]): Machine => {
    const placements = locked.flatMap((at): Placement[] => {
      const fn = base.functions[at];
      return fn && !base.placements.some(({ about }) => about === fn.id)
        ? [{ about: fn.id, dx: 0, dy: 0, pinned: false, collapsed: false, locked: true }]
        : [];
    });
    // At most one placement a part.
    return { ...base, placements: placements.slice(0, 1) };
  });

const carriedBy = fc.record({
  kind: fc.constantFrom('part', 'devices', 'copies'),
  part: fc.constantFrom(...PARTS),
  count: fc.integer({ min: 1, max: 3 }),
  ids: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
});

function carriedOf(
  base: Machine,
  { kind, part, count, ids }: typeof carriedBy extends fc.Arbitrary<infer Value> ? Value : never,
): Carried | null {
  const devices = ids.flatMap((at) => base.functions[at % base.functions.length]?.id ?? []);
  if (kind === 'part') return { kind, part, count };
  if (kind === 'devices') return { kind, devices };
  const fragment = cutOut(base, devices);
  return fragment ? { kind: 'copies', fragment } : null;
}

const isSound = (after: Machine) => validate(after).every(({ severity }) => severity !== 'error');

function allPlaces(base: Machine): readonly DropPlace[] {
  const things = [base.functions, base.hostBridges, base.sockets, base.slots];
  return [...things.flatMap((each) => each.map(({ id }) => id)), 'sheet'];
}

test('what is lit takes it, and nothing else does', () => {
  fc.assert(
    fc.property(machine, carriedBy, (base, how) => {
      const carried = carriedOf(base, how);
      if (!carried) return;
      const { legal, at } = dropTargets(base, carried);
      expect(new Set(legal).size).toBe(legal.length);
      const isOne =
        carried.kind === 'part'
          ? carried.count === 1
          : (carried.kind === 'devices' ? carried.devices : carried.fragment.devices).length <= 1;
      for (const place of allPlaces(base)) {
        const target = at(place);
        const isLit = legal.includes(place);
        if (target.kind === 'legal' || isOne) {
          expect([place, isLit]).toEqual([place, target.kind === 'legal']);
        }
        if (target.kind !== 'legal') continue;
        let now = base;
        for (const change of target.drop.changes) {
          expect(canApply(now, change), JSON.stringify([place, change])).toBe(null);
          now = applyChanges(now, [change]);
        }
        expect(isSound(now), JSON.stringify([place, target.drop.title])).toBe(true);
        expect(target.drop.title).not.toBe('');
        expect(target.drop.words).not.toBe('');
      }
    }),
    { numRuns: 40 },
  );
});

test('what is refused says why, and no change would do it', () => {
  fc.assert(
    fc.property(machine, fc.constantFrom(...PARTS), (base, part) => {
      const { at } = dropTargets(base, { kind: 'part', part, count: 1 });
      for (const place of allPlaces(base)) {
        const target = at(place);
        if (target.kind !== 'refused') continue;
        expect(target.problem.text).not.toBe('');
        if (place === 'sheet' || base.sockets.some(({ id }) => id === place)) continue;
        if (base.slots.some(({ id }) => id === place)) continue;
        const kind = base.hostBridges.some(({ id }) => id === place) ? 'host' : 'function';
        const to = { kind, id: place } as never;
        expect(canApply(base, { kind: 'add', part, to, label: null })).not.toBe(null);
      }
    }),
    { numRuns: 30 },
  );
});

/** The tree by names and ids, as far as it is the same whatever ports were made on the way. */
function shape(base: Machine): readonly (readonly string[])[] {
  const family = familyOf(base);
  return base.functions
    .filter((fn) => !isPort(fn))
    .map((fn) => {
      const above =
        fn.parent === 'unknown' ? undefined : family.byId.get(fn.parent.id as FunctionId);
      const owner =
        above && isPort(above) && above.label === null && above.parent !== 'unknown'
          ? above.parent.id
          : fn.parent === 'unknown'
            ? 'unknown'
            : fn.parent.id;
      return [fn.id, fn.label ?? '', owner, fn.slot ?? ''];
    })
    .sort();
}

describe('there and back', () => {
  test('a switch that is put between and taken out leaves the tree as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(drawn), machines),
        fc.nat(60),
        fc.constantFrom('switch', 'pex89104', 'bridge', 'conventional-bridge', 'pci-to-pcie'),
        (base, at, part) => {
          const fn = base.functions[at % base.functions.length];
          if (!fn) return;
          const splice = { kind: 'splice-in', part, above: fn.id } as const;
          if (canApply(base, splice)) return;
          const between = applyChanges(base, [splice]);
          const before = new Set(base.functions.map(({ id }) => id));
          const bridge = between.functions.find(
            (each) => !before.has(each.id) && each.label !== null && each.bridge !== null,
          );
          if (!bridge) throw new Error('nothing was put between');
          const out = { kind: 'splice-out', bridge: bridge.id } as const;
          expect(canApply(between, out)).toBe(null);
          expect(shape(applyChanges(between, [out]))).toEqual(shape(base));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a device that is moved away and back stands where it stood', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(drawn), machines), fc.nat(60), fc.nat(60), (base, a, b) => {
        const fn = base.functions[a % base.functions.length];
        const to = base.functions[b % base.functions.length];
        if (!fn || !to || fn.parent === 'unknown') return;
        const there = { kind: 'move', device: fn.id, to: { kind: 'function', id: to.id } } as const;
        if (canApply(base, there)) return;
        const away = applyChanges(base, [there]);
        const family = familyOf(base);
        const port = family.byId.get(fn.parent.id as FunctionId);
        // A port that only stood for the device went with it.
        const isLeft = away.functions.some(({ id }) => id === port?.id);
        const home = !port || isLeft || port.parent === 'unknown' ? fn.parent : port.parent;
        const back = { kind: 'move', device: fn.id, to: home } as const;
        if (port && devicesBelow(family, port.id).length > 1) return;
        expect(canApply(away, back)).toBe(null);
        expect(shape(applyChanges(away, [back]))).toEqual(shape(base));
      }),
      { numRuns: 100 },
    );
  });
});

test('what is put in again has ids, names and numbers of its own', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(drawn), machines),
      fc.array(fc.nat(80), { minLength: 1, maxLength: 3 }),
      (base, picks) => {
        const all = [...base.functions, ...base.hostBridges, ...base.sockets].map(({ id }) => id);
        const ids = picks.flatMap((at) => all[at % all.length] ?? []);
        const fragment = cutOut(base, ids);
        if (!fragment) return;
        expect(isSound(fragment.machine)).toBe(true);
        const [host] = base.hostBridges;
        if (!host) return;
        const to = fragment.devices.length === 0 ? null : ({ kind: 'host', id: host.id } as const);
        const change = { kind: 'insert', fragment, to } as const;
        if (canApply(base, change)) return;
        const after = applyChanges(base, [change]);
        expect(isSound(after)).toBe(true);
        const before = new Set<string>(base.functions.map(({ id }) => id));
        const fresh = after.functions.filter(({ id }) => !before.has(id));
        expect(fresh.length).toBeGreaterThan(0);
        expect(fresh.filter(({ address }) => address !== null)).toEqual([]);
        expect(after.functions.filter(({ id }) => before.has(id)).map(({ id }) => id)).toEqual(
          base.functions.map(({ id }) => id),
        );
        const labels = after.functions.flatMap(({ label }) => label ?? []);
        expect(new Set(labels).size).toBe(labels.length);
        expect(applyChanges(base, [change])).toEqual(after);
      },
    ),
    { numRuns: 60 },
  );
});
