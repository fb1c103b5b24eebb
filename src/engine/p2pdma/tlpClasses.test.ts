import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import type { MapType, PairVerdict } from './verdict.ts';
import { cascade, INTEL, oneSwitch, Q35, twoRootPorts, ZEN } from './workedMachines.testkit.ts';

const TB = 0x02;
const RR = 0x04;
const CR = 0x08;
const EC = 0x20;
const DT = 0x40;

const asked = { kernel: eraById('proposal-c'), cpu: ZEN, acsWords: 'as-is' } as const;

function classesOf(verdict: PairVerdict): readonly (MapType | null)[] {
  const { classes } = verdict;
  if (!classes) throw new Error('this kernel tells classes apart');
  const { strict, relaxed, translated, both } = classes;
  return [strict, relaxed, translated, both].map(({ mapType }) => mapType);
}

const DIRECT = 'BUS_ADDR';
const HOST = 'THRU_HOST_BRIDGE';
const NEVER = 'NOT_SUPPORTED';

describe('one switch, on a CPU that forwards: strict, relaxed, translated, both', () => {
  test.each<[string, Machine, readonly MapType[]]>([
    ['no bit set', oneSwitch(), [DIRECT, DIRECT, DIRECT, DIRECT]],
    ['RR at the client’s port', oneSwitch({ client: RR }), [HOST, HOST, HOST, HOST]],
    ['EC at the client’s port', oneSwitch({ client: EC }), [HOST, HOST, HOST, HOST]],
    ['RR and DT there', oneSwitch({ client: RR | DT }), [HOST, HOST, DIRECT, DIRECT]],
    [
      'RR at the provider’s port: no request enters there',
      oneSwitch({ provider: RR }),
      [DIRECT, DIRECT, DIRECT, DIRECT],
    ],
    ['CR at the provider’s port', oneSwitch({ provider: CR }), [HOST, DIRECT, HOST, DIRECT]],
    [
      'CR at the client’s port: no completion enters there',
      oneSwitch({ client: CR }),
      [DIRECT, DIRECT, DIRECT, DIRECT],
    ],
    ['TB at the client’s port', oneSwitch({ client: TB }), [DIRECT, DIRECT, NEVER, NEVER]],
    ['TB at the provider’s port', oneSwitch({ provider: TB }), [DIRECT, DIRECT, DIRECT, DIRECT]],
    [
      'TB at the root port: direct ones do not come there',
      oneSwitch({ rootPort: TB }),
      [DIRECT, DIRECT, DIRECT, DIRECT],
    ],
    [
      'TB at the root port, RR at the client’s',
      oneSwitch({ rootPort: TB, client: RR }),
      [HOST, HOST, NEVER, NEVER],
    ],
    [
      'what Linux sets today, on both ports',
      oneSwitch({ provider: 0x1d, client: 0x1d }),
      [HOST, HOST, HOST, HOST],
    ],
    ['the same with DT', oneSwitch({ provider: 0x5d, client: 0x5d }), [HOST, HOST, HOST, DIRECT]],
  ])('%s', (_, machine, expected) => {
    const verdict = analyze(machine, asked).pair(id('03:00.0'), id('04:00.0'));
    expect(classesOf(verdict)).toEqual(expected);
    expect(verdict.mapType).toBe(expected[0]);
  });
});

describe('only the two ports where the ways part', () => {
  test('a lower port does not turn requests away', () => {
    const functions = cascade.functions.map((fn) =>
      fn.id === id('05:00.0') ? { ...fn, acs: acs(RR | CR) } : fn,
    );
    const verdict = analyze({ ...cascade, functions }, asked).pair(id('03:00.0'), id('06:00.0'));
    expect(verdict).toMatchObject({ mapType: 'BUS_ADDR', acsRedirect: [] });
  });

  test('but its translation blocking stops translated ones', () => {
    const functions = cascade.functions.map((fn) =>
      fn.id === id('05:00.0') ? { ...fn, acs: acs(TB) } : fn,
    );
    const verdict = analyze({ ...cascade, functions }, asked).pair(id('03:00.0'), id('06:00.0'));
    expect(classesOf(verdict)).toEqual([DIRECT, DIRECT, NEVER, NEVER]);
  });

  test('a function with itself is not asked about anything', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', Q35)
      .rootPort('00:01.0', '01', { acs: acs(0x1d) })
      .endpoint('01:00.0', { acs: acs(RR | CR) })
      .build();
    expect(analyze(machine, asked).pair(id('01:00.0'), id('01:00.0')).mapType).toBe('BUS_ADDR');
  });

  test('swapping roles may change it: the bits act in one direction', () => {
    const analysis = analyze(oneSwitch({ client: RR }), asked);
    expect(analysis.pair(id('03:00.0'), id('04:00.0')).mapType).toBe('THRU_HOST_BRIDGE');
    expect(analysis.pair(id('04:00.0'), id('03:00.0')).mapType).toBe('BUS_ADDR');
  });
});

describe('no common bridge', () => {
  test('a trusted CPU forwards all classes', () => {
    const verdict = analyze(twoRootPorts(Q35), asked).pair(id('01:00.0'), id('02:00.0'));
    expect(classesOf(verdict)).toEqual([HOST, HOST, HOST, HOST]);
  });

  test('translation blocking above the client stops translated requests for good', () => {
    const machine = twoRootPorts(Q35);
    const functions = machine.functions.map((fn) =>
      fn.id === id('00:02.0') ? { ...fn, acs: acs(TB) } : fn,
    );
    const verdict = analyze({ ...machine, functions }, asked).pair(id('01:00.0'), id('02:00.0'));
    expect(classesOf(verdict)).toEqual([HOST, HOST, NEVER, NEVER]);
  });

  test('any other CPU refuses, unless a table of the firmware says otherwise', () => {
    const analysis = analyze(twoRootPorts(Q35), { ...asked, cpu: INTEL });
    expect(analysis.pair(id('01:00.0'), id('02:00.0'))).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      confidence: 'assumed',
      decidedBy: ['hmat'],
    });
  });
});

test('a hidden word leaves open what its bits decide', () => {
  const machine = oneSwitch();
  const functions = machine.functions.map((fn) =>
    fn.id === id('02:01.0') ? { ...fn, acs: UNKNOWN } : fn,
  );
  const verdict = analyze({ ...machine, functions }, asked).pair(id('03:00.0'), id('04:00.0'));
  expect(verdict).toMatchObject({
    possible: ['BUS_ADDR', 'THRU_HOST_BRIDGE'],
    rule: 'acs-unknown',
    acsUnknown: [id('02:01.0')],
  });
  expect(verdict.classes?.translated.possible).toEqual([DIRECT, HOST, NEVER]);
});
