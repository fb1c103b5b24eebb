import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { addressMap } from './addressMap.ts';
import { mapFaults } from './mapFaults.testkit.ts';
import { placeAddresses } from './placeAddresses.ts';
import { anyBar, asCaptured, machineWithBars, onBus, partAt } from './placeMachine.testkit.ts';
import { placeTree, wayDown } from './placeTree.ts';

const runs = { numRuns: 120, seed: 7 };

const captured = machineWithBars.map((machine) => asCaptured(placeAddresses(machine).machine));

/** A card that comes below some bridge, or on the first root bus. */
const withCard = fc
  .record({ machine: captured, pick: fc.nat(1000), bars: fc.array(anyBar, { maxLength: 3 }) })
  .map(({ machine, pick, bars }): { before: Machine; after: Machine } => {
    const bridges = machine.functions.filter(({ bridge }) => bridge !== null);
    const port = bridges[pick % Math.max(1, bridges.length)];
    const card = partAt(
      'card',
      port ? { kind: 'function', id: port.id } : onBus('h0'),
      'endpoint',
      {
        address: { domain: 0, bus: 255, device: 0, function: 0 },
        bars: bars.map((each, at) => ({ ...each, index: at * 2 })),
      },
    );
    return { before: machine, after: { ...machine, functions: [...machine.functions, card] } };
  });

const bars = ({ bars: own, sriov }: PciFunction) => [
  own,
  sriov === null || sriov === UNKNOWN ? null : sriov.bars,
];

test('a captured machine stays the same', () => {
  fc.assert(
    fc.property(captured, (machine) => {
      expect(placeAddresses(machine).machine).toBe(machine);
    }),
    runs,
  );
});

test('a new card finds its place without moving what is not below the bridges above it', () => {
  fc.assert(
    fc.property(withCard, ({ before, after }) => {
      const { machine: placed, problems } = placeAddresses(after);
      const tree = placeTree(placed);
      const card = placed.functions.length - 1;
      const way = wayDown(tree, card);
      placed.functions.forEach((fn, at) => {
        if (
          at === card ||
          fn.physfn !== null ||
          wayDown(tree, at).some((bridge) => way.includes(bridge))
        )
          return;
        const was = before.functions[at];
        expect(was && bars(was)).toEqual(bars(fn));
      });
      expect(mapFaults(addressMap(placed).regions)).toEqual([]);
      const own = placed.functions[card]?.bars;
      const open =
        own === undefined || own === UNKNOWN ? [] : own.filter(({ address }) => address === null);
      const sized = open.filter(({ size }) => size !== UNKNOWN);
      expect(problems.filter(({ where }) => where === 'card').length).toBe(sized.length);
    }),
    runs,
  );
});

test('nobody loses an address to a new card', () => {
  fc.assert(
    fc.property(withCard, ({ before, after }) => {
      const { machine: placed } = placeAddresses(after);
      const count = ({ functions }: Machine) =>
        functions
          .filter(({ id }) => id !== 'card')
          .flatMap((fn) => (fn.bars === UNKNOWN ? [] : fn.bars))
          .filter(({ address }) => address !== null).length;
      expect(count(placed)).toBe(count(before));
    }),
    runs,
  );
});

test('placing again changes nothing', () => {
  fc.assert(
    fc.property(withCard, ({ after }) => {
      const once = placeAddresses(after).machine;
      expect(placeAddresses(once).machine).toEqual(once);
    }),
    runs,
  );
});
