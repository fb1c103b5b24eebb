import { expect, test } from 'vitest';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { causes, groupsOf } from './groups.testkit.ts';

const REQ = acs(0x1d);
const several = { change: { multifunction: true } } as const;

test.each<readonly [string, Machine, readonly string[]]>([
  [
    'a SATA controller that sends as its function 1: both together, ACS or not',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', { id: '1b4b:9230', acs: REQ, ...several })
      .endpoint('01:00.1', { acs: REQ, ...several })
      .build(),
    ['00:01.0: own', '01:00.0: own', '01:00.1: alias of 01:00.0'],
  ],
  [
    'an id that nobody has is nobody’s group',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', { id: '1b4b:9230' })
      .build(),
    ['00:01.0: own', '01:00.0: own'],
  ],
  [
    'who shares an id brings its siblings along',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', several)
      .endpoint('01:00.1', several)
      .endpoint('01:03.1', { id: '1180:e832', ...several })
      .endpoint('01:03.0', { acs: REQ, ...several })
      .build(),
    [
      '00:01.0: own',
      '01:00.0: own',
      '01:00.1: sibling of 01:00.0',
      '01:03.0: own',
      '01:03.1: alias of 01:03.0',
    ],
  ],
  [
    'virtual functions have no siblings',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', several)
      .endpoint('01:00.1', several)
      .endpoint('01:00.4', { physfn: '01:00.0', ...several })
      .build(),
    ['00:01.0: own', '01:00.0: own', '01:00.1: sibling of 01:00.0', '01:00.4: own'],
  ],
  [
    'a first function that does not say whether it is alone: the second one tells',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .endpoint('01:00.0', { change: { multifunction: 'unknown' } })
      .endpoint('01:00.1', several)
      .build(),
    ['00:01.0: own', '01:00.0: own', '01:00.1: sibling of 01:00.0'],
  ],
  [
    'equal numbers on different buses do not meet',
    new MachineBuilder()
      .rootPort('00:01.0', '01', { acs: REQ })
      .rootPort('00:02.0', '02', { acs: REQ })
      .endpoint('01:00.0', several)
      .endpoint('02:00.1', several)
      .build(),
    ['00:01.0: own', '00:02.0: own', '01:00.0: own', '02:00.1: own'],
  ],
])('%s', (_, machine, expected) => {
  expect(causes(groupsOf(machine))).toEqual(expected);
});

test('hidden ACS of functions without a sibling is not asked for', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01', { acs: REQ })
    .endpoint('01:00.0', { acs: 'unknown', ...several })
    .build();
  expect(groupsOf(machine).assumed).toEqual([]);
});
