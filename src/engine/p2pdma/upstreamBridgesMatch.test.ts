import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import {
  cascade,
  IOMMU_SET,
  managedSwitch,
  oneSwitch,
  Q35,
  twoFunctions,
  twoRootPorts,
  ZEN,
} from './workedMachines.testkit.ts';

/** A card with two functions in a switch, beside another card. */
const twoInOneSlot = new MachineBuilder()
  .host('00:00.0', Q35)
  .rootPort('00:01.0', '01-03')
  .upstream('01:00.0', '02-03')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .endpoint('03:00.1')
  .build();

const rows: readonly (readonly [string, Machine, string, string, 'BUS_ADDR' | 'NOT_SUPPORTED'])[] =
  [
    ['siblings in one switch', oneSwitch(), '03:00.0', '04:00.0', 'BUS_ADDR'],
    [
      'the same with redirection on: ACS is not asked',
      oneSwitch({ provider: IOMMU_SET, client: IOMMU_SET }),
      '03:00.0',
      '04:00.0',
      'BUS_ADDR',
    ],
    ['two functions of one card in a switch', twoInOneSlot, '03:00.0', '03:00.1', 'BUS_ADDR'],
    ['a function with itself, in a switch', oneSwitch(), '03:00.0', '03:00.0', 'BUS_ADDR'],
    ['two functions below a root port', twoFunctions(0), '01:00.0', '01:00.1', 'NOT_SUPPORTED'],
    ['two root ports', twoRootPorts(Q35), '01:00.0', '02:00.0', 'NOT_SUPPORTED'],
    ['different legs of cascaded switches', cascade, '03:00.0', '06:00.0', 'NOT_SUPPORTED'],
    [
      'a switch’s management function and an endpoint in it',
      managedSwitch(0),
      '01:00.1',
      '03:00.0',
      'NOT_SUPPORTED',
    ],
  ];

test.each(rows.map((row) => ({ name: row[0], row })))('$name', ({ row }) => {
  const [, machine, provider, client, mapType] = row;
  for (const era of ['rfc-2017', 'v1-2018', 'v2-2018', 'v3-2018']) {
    const analysis = analyze(machine, { kernel: eraById(era), cpu: ZEN, acsWords: 'as-is' });
    expect(analysis.pair(id(provider), id(client))).toMatchObject({
      mapType,
      rule: mapType === 'BUS_ADDR' ? 'same-upstream-port' : 'other-upstream-port',
      acsRedirect: [],
      confidence: 'proven',
    });
  }
});

test('a hidden way up leaves it open only where the two could meet', () => {
  const machine = new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0')
    .downstream('12:00.0', '13', { orphan: true, acs: acs(0) })
    .endpoint('13:00.0')
    .downstream('12:01.0', '14', { orphan: true, acs: UNKNOWN })
    .endpoint('14:00.0')
    .build();
  const analysis = analyze(machine, { kernel: eraById('v3-2018') });
  expect(analysis.pair(id('13:00.0'), id('14:00.0'))).toMatchObject({
    possible: ['BUS_ADDR', 'NOT_SUPPORTED'],
    rule: 'parent-unknown',
  });
  expect(analysis.pair(id('13:00.0'), id('01:00.0')).mapType).toBe('NOT_SUPPORTED');
});
