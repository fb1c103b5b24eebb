import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { buildTopology } from '../pci/topology.ts';
import { pciDeviceGroups } from './pciDeviceGroup.ts';

const REQ = acs(0x1d);
const OFF = acs(0);

/** No function at 00.0: the examples leave the host bridge out. */
function oneSwitch(rootPort: typeof REQ | 'unknown', downstream: typeof REQ): Machine {
  return new MachineBuilder()
    .rootPort('00:01.0', '01-04', { acs: rootPort })
    .upstream('01:00.0', '02-04', { change: { multifunction: false } })
    .downstream('02:00.0', '03', { acs: downstream })
    .downstream('02:01.0', '04', { acs: downstream })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
}

const several = { change: { multifunction: true } } as const;

const rows: readonly (readonly [string, Machine, readonly (readonly string[])[]])[] = [
  [
    'a switch, root port and downstream ports isolate',
    oneSwitch(REQ, REQ),
    [['00:01.0'], ['01:00.0'], ['02:00.0'], ['02:01.0'], ['03:00.0'], ['04:00.0']],
  ],
  [
    'a switch without ACS below a good root port: two groups, though the two can reach each other',
    oneSwitch(REQ, OFF),
    [['00:01.0'], ['01:00.0'], ['02:00.0', '03:00.0'], ['02:01.0', '04:00.0']],
  ],
  [
    'downstream ports isolate, the root port does not',
    oneSwitch(OFF, REQ),
    [['00:01.0', '01:00.0', '02:00.0', '02:01.0', '03:00.0', '04:00.0']],
  ],
  [
    'nothing isolates',
    oneSwitch(OFF, OFF),
    [['00:01.0', '01:00.0', '02:00.0', '02:01.0', '03:00.0', '04:00.0']],
  ],
  [
    'a card with two functions',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', several)
      .endpoint('01:00.1', several)
      .build(),
    [['00:01.0'], ['01:00.0', '01:00.1']],
  ],
  [
    'three functions, only the third has ACS on',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', several)
      .endpoint('01:00.1', several)
      .endpoint('01:00.2', { ...several, acs: REQ })
      .build(),
    [['00:01.0'], ['01:00.0', '01:00.1'], ['01:00.2']],
  ],
  [
    'a physical function and two virtual ones',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0')
      .endpoint('01:10.0', { physfn: '01:00.0' })
      .endpoint('01:10.2', { physfn: '01:00.0' })
      .build(),
    [['00:01.0'], ['01:00.0'], ['01:10.0'], ['01:10.2']],
  ],
  [
    'the same below a root port that does not isolate',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: OFF })
      .endpoint('01:00.0')
      .endpoint('01:10.0', { physfn: '01:00.0' })
      .endpoint('01:10.2', { physfn: '01:00.0' })
      .build(),
    [['00:01.0', '01:00.0', '01:10.0', '01:10.2']],
  ],
  [
    'root ports as functions of one slot, without ACS',
    new MachineBuilder()
      .rootPort('00:1c.0', '01', several)
      .rootPort('00:1c.4', '02', several)
      .endpoint('01:00.0')
      .endpoint('02:00.0')
      .build(),
    [['00:1c.0', '00:1c.4', '01:00.0', '02:00.0']],
  ],
  [
    'a bridge to conventional PCI with two cards',
    new MachineBuilder()
      .rootPort('00:01.0', '01-02', { acs: REQ })
      .upstream('01:00.0', '02', { change: { type: 'pcie-to-pci' } })
      .endpoint('02:00.0', { change: { type: 'conventional', pcie: null } })
      .endpoint('02:01.0', { change: { type: 'conventional', pcie: null } })
      .build(),
    [['00:01.0'], ['01:00.0', '02:00.0', '02:01.0']],
  ],
];

test.each(rows)('%s', (_, machine, expected) => {
  const { groups, assumed } = pciDeviceGroups(buildTopology(machine));
  expect(groups).toEqual(expected.map((group) => group.map((address) => id(address))));
  expect(assumed).toEqual([]);
});

test('hidden ACS is taken as not isolating, and said so', () => {
  const { groups, assumed } = pciDeviceGroups(buildTopology(oneSwitch(UNKNOWN, REQ)));
  expect(groups).toHaveLength(1);
  expect(assumed).toContain(id('00:01.0'));
});
