import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { analyze } from '../analyze.ts';
import { isTakenAsLone } from './isTakenAsLone.ts';

const SHOWN = acs(0);
const HIDDEN: PciFunction['acs'] = { ...SHOWN, control: UNKNOWN };

test.each([
  ['no capability', null, true],
  ['nothing shown', UNKNOWN, true],
  ['a capability whose word is hidden', HIDDEN, false],
])('%s', (_, words, expected) => {
  const machine = new MachineBuilder().upstream('00:01.0', '01', { acs: words }).build();
  expect(machine.functions.map(isTakenAsLone)).toEqual([expected]);
});

test('an upstream port without ACS, its header hidden: taken as isolating, and as lone', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-03', { acs: acs(0x1d) })
    .upstream('01:00.0', '02-03', { acs: null, change: { multifunction: UNKNOWN } })
    .downstream('02:00.0', '03', { acs: acs(0x1d) })
    .endpoint('03:00.0')
    .build();
  const { assumedIsolating } = analyze(machine).groups();
  expect(assumedIsolating).toContain(id('01:00.0'));
  expect(machine.functions.filter((fn) => fn.id === id('01:00.0')).map(isTakenAsLone)).toEqual([
    true,
  ]);
});
