import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { anyMachine } from '../layout/anyMachine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { addressMap } from './addressMap.ts';
import { mapFaults } from './mapFaults.testkit.ts';
import { placeAddresses } from './placeAddresses.ts';
import { machineWithBars } from './placeMachine.testkit.ts';

const runs = { numRuns: 120, seed: 5 };

test('BARs lie in their windows, aligned and apart', () => {
  fc.assert(
    fc.property(machineWithBars, (machine) => {
      const { machine: placed } = placeAddresses(machine);
      const map = addressMap(placed);
      expect(mapFaults(map.regions)).toEqual([]);
      expect(map.troubles.filter(({ kind }) => kind !== 'unplaced')).toEqual([]);
    }),
    runs,
  );
});

test('what has no address is told, once as a problem and once on the map', () => {
  fc.assert(
    fc.property(machineWithBars, (machine) => {
      const { machine: placed, problems } = placeAddresses(machine);
      const told = problems.filter(({ text }) => text.includes('finds no room'));
      const reserves = told.filter(({ text }) => text.startsWith('What '));
      const unplaced = addressMap(placed).troubles.filter(({ kind }) => kind === 'unplaced');
      expect(unplaced.length).toBe(told.length - reserves.length);
      expect(addressless(placed)).toBe(unplaced.length);
    }),
    runs,
  );
});

function addressless({ functions }: Machine): number {
  return functions
    .flatMap(({ bars, sriov, physfn }) => [
      ...(physfn !== null || bars === UNKNOWN ? [] : bars),
      ...(sriov === null || sriov === UNKNOWN || sriov.bars === UNKNOWN ? [] : sriov.bars),
    ])
    .filter(({ size, address }) => size !== UNKNOWN && address === null).length;
}

test('placing again changes nothing', () => {
  fc.assert(
    fc.property(machineWithBars, (machine) => {
      const once = placeAddresses(machine).machine;
      expect(placeAddresses(once).machine).toEqual(once);
    }),
    runs,
  );
});

test('a damaged document is no reason to throw', () => {
  fc.assert(
    fc.property(anyMachine, fc.constantFrom('drawn', 'captured'), (machine, origin) => {
      addressMap(placeAddresses({ ...machine, origin } as Machine).machine);
    }),
    runs,
  );
});
