import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { resolveConditions } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { buildTopology } from '../pci/topology.ts';
import { blocksTranslated } from './blocksTranslated.ts';

const machine = new MachineBuilder()
  .rootPort('00:02.0', '01', { acs: acs(0) })
  .rootPort('00:07.0', '02', { acs: acs(0), change: { externalFacing: true } })
  .endpoint('02:00.0')
  .build();

function cause(era: string, address: string, cmdline = '') {
  const topology = buildTopology(machine);
  const conditions = resolveConditions(machine, { kernel: eraById(era), cmdline });
  return blocksTranslated(topology, topology.indexOf.get(id(address)) ?? -1, conditions);
}

test.each([
  ['5.4', '00:07.0', '', null],
  ['5.10', '00:07.0', '', 'external-facing'],
  ['5.10', '02:00.0', '', 'untrusted'],
  ['7.1', '00:02.0', '', null],
  // Measured: no TB in 5.4.301 and 5.10.265 (s59, s60).
  ['5.4', '00:02.0', 'pci=noats', null],
  ['5.10', '00:02.0', 'pci=noats', null],
  ['5.15', '00:02.0', 'pci=noats', 'noats'],
  ['7.0', '02:00.0', 'pci=noats', 'noats'],
] as const)('%s, %s, %j: %s', (era, address, cmdline, expected) => {
  expect(cause(era, address, cmdline)).toBe(expected);
});
