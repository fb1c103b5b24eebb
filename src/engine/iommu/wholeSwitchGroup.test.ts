import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { causes, groupsOf, memberLists } from './groups.testkit.ts';
import { vmdMachine } from './vmdMachine.testkit.ts';

/*
 * The proposal beside what is merged: the examples are those of its cover letters and of the mails
 * about it.
 */

const REQ = acs(0x1d);
const OFF = acs(0);
const several = { change: { multifunction: true } } as const;
const conventional = { change: { type: 'conventional', pcie: null } } as const;

function oneSwitch(rootPort: PciFunction['acs'], a: PciFunction['acs'], b: PciFunction['acs']) {
  return new MachineBuilder()
    .rootPort('00:01.0', '01-04', { acs: rootPort })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: a })
    .downstream('02:03.0', '04', { acs: b })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
}

const ALONE = [['00:01.0'], ['01:00.0'], ['02:00.0'], ['02:03.0'], ['03:00.0'], ['04:00.0']];
const SWITCH = [['00:01.0'], ['01:00.0'], ['02:00.0', '02:03.0', '03:00.0', '04:00.0']];
const TWO_PORTS = [['00:01.0'], ['01:00.0'], ['02:00.0', '03:00.0'], ['02:03.0', '04:00.0']];

test.each<readonly [string, Machine, readonly string[][], readonly string[][]]>([
  ['all ports isolate', oneSwitch(REQ, REQ, REQ), ALONE, ALONE],
  ['no downstream port isolates', oneSwitch(REQ, OFF, OFF), TWO_PORTS, SWITCH],
  [
    'one of two downstream ports isolates',
    oneSwitch(REQ, REQ, OFF),
    [['00:01.0'], ['01:00.0'], ['02:00.0'], ['02:03.0', '04:00.0'], ['03:00.0']],
    SWITCH,
  ],
  [
    'the root port has no ACS capability, as on many consumer boards',
    oneSwitch(null, REQ, REQ),
    [ALONE.flat()],
    ALONE,
  ],
  [
    'the root port has ACS and does not use it',
    oneSwitch(OFF, REQ, REQ),
    [ALONE.flat()],
    [ALONE.flat()],
  ],
  [
    'three functions, one of them isolates: the others still reach it',
    new MachineBuilder()
      .rciep('00:1f.0', { acs: OFF, ...several })
      .rciep('00:1f.2', { acs: OFF, ...several })
      .rciep('00:1f.6', { acs: REQ, ...several })
      .build(),
    [['00:1f.0', '00:1f.2'], ['00:1f.6']],
    [['00:1f.0', '00:1f.2', '00:1f.6']],
  ],
  [
    'functions without the capability are taken as unable to reach each other',
    new MachineBuilder()
      .rootPort('00:1c.0', '01', several)
      .rootPort('00:1c.1', '02', { acs: REQ, ...several })
      .endpoint('01:00.0')
      .endpoint('02:00.0')
      .build(),
    [['00:1c.0', '01:00.0'], ['00:1c.1'], ['02:00.0']],
    [['00:1c.0'], ['00:1c.1'], ['01:00.0'], ['02:00.0']],
  ],
  [
    'a PCI Express to PCI bridge stays out of the group of its cards',
    new MachineBuilder()
      .rootPort('00:01.0', '01-02', { acs: REQ })
      .upstream('01:00.0', '02', { change: { type: 'pcie-to-pci' } })
      .endpoint('02:00.0', conventional)
      .endpoint('02:01.0', conventional)
      .build(),
    [['00:01.0'], ['01:00.0', '02:00.0', '02:01.0']],
    [['00:01.0'], ['01:00.0'], ['02:00.0', '02:01.0']],
  ],
  [
    'virtual functions stand on their physical function’s bus',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: OFF })
      .endpoint('01:00.0')
      .endpoint('01:10.0', { physfn: '01:00.0' })
      .build(),
    [['00:01.0', '01:00.0', '01:10.0']],
    [['00:01.0', '01:00.0', '01:10.0']],
  ],
  [
    'a switch below an open switch belongs to it whole',
    new MachineBuilder()
      .rootPort('00:01.0', '01-06', { acs: REQ })
      .upstream('01:00.0', '02-06')
      .downstream('02:00.0', '03-05', { acs: OFF })
      .downstream('02:01.0', '06', { acs: REQ })
      .upstream('03:00.0', '04-05')
      .downstream('04:00.0', '05', { acs: REQ })
      .endpoint('05:00.0')
      .endpoint('06:00.0')
      .build(),
    [
      ['00:01.0'],
      ['01:00.0'],
      ['02:00.0', '03:00.0', '04:00.0', '05:00.0'],
      ['02:01.0'],
      ['06:00.0'],
    ],
    [['00:01.0'], ['01:00.0'], ['02:00.0', '02:01.0', '03:00.0', '04:00.0', '05:00.0', '06:00.0']],
  ],
])('%s', (_, machine, merged, proposed) => {
  expect(memberLists(groupsOf(machine, { kernel: '7.1' }))).toEqual(merged);
  expect(memberLists(groupsOf(machine, { kernel: 'proposal-groups' }))).toEqual(proposed);
});

test('the port that spoils a switch is named', () => {
  const groups = groupsOf(oneSwitch(REQ, REQ, OFF), { kernel: 'proposal-groups' });
  expect(causes(groups).slice(2)).toEqual([
    '02:00.0: own',
    '02:03.0: bus spoiled by 02:03.0',
    '03:00.0: not isolated by 02:03.0',
    '04:00.0: not isolated by 02:03.0',
  ]);
});

test('a VMD domain shares the group of the VMD function', () => {
  const { groups } = groupsOf(vmdMachine(), { kernel: 'proposal-groups' });
  expect(groups.at(-1)?.members.map((each) => each.function)).toEqual(
    ['00:0e.0', '10000:00:06.0', '10000:01:00.0'].map(id),
  );
});
