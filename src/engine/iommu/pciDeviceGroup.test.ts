import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { causes, groupsOf, memberLists } from './groups.testkit.ts';

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
  const groups = groupsOf(machine);
  expect(memberLists(groups)).toEqual(expected);
  expect(groups.assumed).toEqual([]);
});

test('hidden ACS is taken as not isolating, and said so', () => {
  const groups = groupsOf(oneSwitch(UNKNOWN, REQ));
  expect(groups.groups).toHaveLength(1);
  expect(groups.assumed).toContain(id('00:01.0'));
});

/*
 * What merges whom: by each member, why it is where it is.
 */
test.each<readonly [string, Machine, readonly string[]]>([
  [
    'below two ports that do not isolate, the upper one is named: it spoils the lower as well',
    oneSwitch(OFF, OFF),
    [
      '00:01.0: own',
      '01:00.0: not isolated by 00:01.0',
      '02:00.0: not isolated by 00:01.0',
      '02:01.0: not isolated by 00:01.0',
      '03:00.0: not isolated by 00:01.0',
      '04:00.0: not isolated by 00:01.0',
    ],
  ],
  [
    'a downstream port speaks for what is below it, not for its neighbour',
    oneSwitch(REQ, OFF),
    [
      '00:01.0: own',
      '01:00.0: own',
      '02:00.0: own',
      '03:00.0: not isolated by 02:00.0',
      '02:01.0: own',
      '04:00.0: not isolated by 02:01.0',
    ],
  ],
  [
    'the downstream ports of one slot are siblings, and their cards follow',
    new MachineBuilder()
      .rootPort('00:01.0', '01-04', { acs: REQ })
      .upstream('01:00.0', '02-04')
      .downstream('02:00.0', '03', several)
      .downstream('02:00.1', '04', several)
      .endpoint('03:00.0')
      .endpoint('04:00.0')
      .build(),
    [
      '00:01.0: own',
      '01:00.0: own',
      '02:00.0: own',
      '02:00.1: sibling of 02:00.0',
      '03:00.0: not isolated by 02:00.0',
      '04:00.0: not isolated by 02:00.1',
    ],
  ],
  [
    'conventional cards go out under the id of their bridge',
    new MachineBuilder()
      .rootPort('00:01.0', '01-02', { acs: REQ })
      .upstream('01:00.0', '02', { change: { type: 'pcie-to-pci' } })
      .endpoint('02:00.0', { change: { type: 'conventional', pcie: null } })
      .build(),
    ['00:01.0: own', '01:00.0: own', '02:00.0: alias of 01:00.0'],
  ],
  [
    'a chain of conventional bridges: the nearest one with a group is met first',
    new MachineBuilder()
      .rootPort('00:01.0', '01-03', { acs: REQ })
      .upstream('01:00.0', '02-03', { change: { type: 'pcie-to-pci' } })
      .upstream('02:00.0', '03', { change: { type: 'conventional-bridge', pcie: null } })
      .endpoint('03:00.0', { change: { type: 'conventional', pcie: null } })
      .build(),
    ['00:01.0: own', '01:00.0: own', '02:00.0: alias of 01:00.0', '03:00.0: alias of 02:00.0'],
  ],
  [
    'functions of conventional devices on the root bus: alone, unless of one slot',
    new MachineBuilder()
      .endpoint('00:1f.0', { change: { type: 'conventional', pcie: null, multifunction: true } })
      .endpoint('00:1f.2', { change: { type: 'conventional', pcie: null, multifunction: true } })
      .endpoint('00:02.0', { change: { type: 'conventional', pcie: null } })
      .build(),
    ['00:02.0: own', '00:1f.0: own', '00:1f.2: sibling of 00:1f.0'],
  ],
])('why: %s', (_, machine, expected) => {
  expect(causes(groupsOf(machine))).toEqual(expected);
});
