import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { UNKNOWN_PCIE } from '../../model/blank.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { checkMachine } from './checkMachine.ts';

type Rate = readonly [gts: number, width: number];

function link(can: Rate, has: Rate): Partial<PciFunction> {
  const state = ([gts, width]: Rate) => ({ gts, width });
  return {
    pcie: {
      ...UNKNOWN_PCIE,
      link: { capable: state(can), current: state(has), targetGts: null, portNumber: 0 },
    },
  };
}

function card(port: Rate, can: Rate, has: Rate): readonly string[] {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01', { change: link(port, has) })
    .endpoint('01:00.0', { change: link(can, has) })
    .endpoint('01:00.1', { change: link(can, has) })
    .build();
  return checkMachine(machine).map(({ severity, where, text }) => `${severity} ${where} ${text}`);
}

describe('links', () => {
  test('at full rate are silent', () => {
    expect(card([16, 16], [16, 16], [16, 16])).toEqual([]);
  });

  test('that are narrower or slower than both ends allow are told once', () => {
    expect(card([16, 16], [16, 16], [16, 8])).toEqual([
      'warning 0000:01:00.0 The link of 0000:01:00.0 runs at Gen4 x8; it could be Gen4 x16.',
    ]);
    expect(card([16, 16], [32, 16], [2.5, 16])).toEqual([
      'warning 0000:01:00.0 The link of 0000:01:00.0 runs at Gen1 x16; it could be Gen4 x16.',
    ]);
  });

  test('held back by the port only are a note', () => {
    expect(card([8, 16], [32, 16], [8, 16])).toEqual([
      'note 0000:01:00.0 0000:01:00.0 could do Gen5 x16; its port 0000:00:01.0 passes Gen3 x16: 15.8 GB/s of 63.0 GB/s.',
    ]);
  });

  test('that are down are no degraded links', () => {
    expect(card([8, 4], [8, 4], [2.5, 0])).toEqual([]);
  });
});

test('hidden ACS and hidden parents are warned of, each in one sentence', () => {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .endpoint('01:00.0', { orphan: true, change: { acs: UNKNOWN } })
    .endpoint('02:00.0', { orphan: true, change: { acs: UNKNOWN } })
    .build();
  expect(checkMachine(machine).map(({ severity, text }) => `${severity} ${text}`)).toEqual([
    'warning The input does not show the ACS words of 2 functions.',
    'warning The input does not show which bridge is above 2 functions.',
  ]);
});
