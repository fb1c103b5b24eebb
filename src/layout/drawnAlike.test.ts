import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { drawnAlike } from './drawnAlike.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS } from './scene.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03', { acs: acs(0x1d) })
  .downstream('02:01.0', '04', { acs: acs(0x1d) })
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .build();

function changed(address: string, change: Partial<PciFunction>): Machine {
  const functions = machine.functions.map((fn) =>
    fn.id === id(address) ? { ...fn, ...change } : fn,
  );
  return { ...machine, functions };
}

const same: readonly Machine[] = [
  machine,
  changed('02:00.0', { acs: acs(0) }),
  { ...machine, name: 'another', settings: { ...machine.settings, kernel: '5.4', iommu: 'amd' } },
];

test.each(same.map((each, index) => [index, each] as const))(
  'what no drawing shows leaves it as it is (%i)',
  (_, other) => {
    expect(drawnAlike(machine, other)).toBe(true);
    for (const drawing of DRAWINGS) {
      for (const direction of DIRECTIONS) {
        const options = { drawing, direction, titleOf: (fn: PciFunction) => fn.id };
        expect(layOut(other, options)).toEqual(layOut(machine, options));
      }
    }
  },
);

test.each<[string, Machine]>([
  ['a name', changed('03:00.0', { label: 'scratch' })],
  ['a driver', changed('03:00.0', { driver: 'nvme' })],
  ['one function fewer', { ...machine, functions: machine.functions.slice(0, -1) }],
  ['a socket', { ...machine, hostBridges: machine.hostBridges.map((host) => ({ ...host })) }],
])('anything else is drawn anew: %s', (_, other) => {
  expect(drawnAlike(machine, other)).toBe(false);
});
