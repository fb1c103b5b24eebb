import { expect, it } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { buildTopology } from '../pci/topology.ts';
import { machineOf } from './flows.testkit.ts';
import { platformOfHost } from './platformOfHost.ts';

const platform = (machine: Machine) => platformOfHost(buildTopology(machine), 0)?.id ?? null;
const captured = (first: string, port: string) =>
  new MachineBuilder().host('00:00.0', first).rootPort('00:01.0', '01', { id: port }).build();

it('is what a drawn host was made from', () => {
  expect(platform(machineOf('machine "x"\nhost h0 turin\n'))).toBe('turin');
});

it.each([
  ['8086:6f00', '8086:6f08', 'broadwell-e'],
  // Many have that first device; the root port tells.
  ['8086:09a2', '8086:352a', 'sapphire-rapids'],
  ['8086:09a2', '8086:ffff', null],
  // Rome, Milan and Threadripper are alike.
  ['1022:1480', '1022:1483', null],
  ['8086:29c0', '1b36:000c', null],
])('of a captured machine with %s and %s: %s', (first, port, expected) => {
  expect(platform(captured(first, port))).toBe(expected);
});
