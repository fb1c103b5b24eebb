import { expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { buildTopology } from '../pci/topology.ts';
import { busIsolation } from './busIsolation.ts';
import { Grouping } from './Grouping.ts';
import { conditionsFor } from './groups.testkit.ts';

const REQ = acs(0x1d);
const OFF = acs(0);
const MEMORY: PciFunction['bars'] = [
  {
    index: 0,
    kind: 'memory',
    is64bit: false,
    prefetchable: false,
    address: hex64(0xfe000000n),
    size: 0x1000,
    resizableTo: null,
  },
];

/** The isolation of the bus below a bridge, as `kind at`. */
function below(builder: MachineBuilder, bridge: string): string {
  const machine = builder.build();
  const topology = buildTopology(machine);
  const grouping = new Grouping(topology, conditionsFor(machine));
  const found = busIsolation(grouping, topology.indexOf.get(id(bridge)) ?? -1);
  if (found.kind === 'isolated') return found.kind;
  return `${found.kind} ${grouping.at(found.at).id.slice(5)}`;
}

test.each([
  ['with ACS in use', REQ, 'isolated'],
  ['without the capability', null, 'isolated'],
  ['with ACS that is not in use', OFF, 'bus-and-bridge 00:01.0'],
])('below a root port %s', (_, words, expected) => {
  const machine = new MachineBuilder().rootPort('00:01.0', '01', { acs: words });
  expect(below(machine, '00:01.0')).toBe(expected);
});

const aSwitch = (first: PciFunction['acs'], second: PciFunction['acs']) =>
  new MachineBuilder()
    .rootPort('00:01.0', '01-04', { acs: REQ })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: first })
    .downstream('02:01.0', '04', { acs: second });

test('inside a switch, one open port spoils the bus', () => {
  expect(below(aSwitch(REQ, REQ), '01:00.0')).toBe('isolated');
  expect(below(aSwitch(REQ, OFF), '01:00.0')).toBe('bus 02:01.0');
  expect(below(aSwitch(null, null), '01:00.0')).toBe('bus 02:00.0');
});

test('inside a switch, anything but downstream ports spoils it with the upstream port', () => {
  expect(below(aSwitch(REQ, REQ).endpoint('02:1f.0'), '01:00.0')).toBe('bus-and-bridge 02:1f.0');
});

test('a downstream port’s link is a link, whatever its ACS', () => {
  expect(below(aSwitch(OFF, OFF), '02:00.0')).toBe('isolated');
});

test.each([
  ['of PCI Express', { type: 'pcie-to-pci', bars: [] }, 'bus 01:00.0'],
  ['of PCI Express with memory', { type: 'pcie-to-pci', bars: MEMORY }, 'bus-and-bridge 01:00.0'],
  ['of old', { type: 'conventional-bridge', pcie: null }, 'bus-and-bridge 01:00.0'],
] as const)('below a bridge to conventional PCI, %s', (_, change, expected) => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-02', { acs: REQ })
    .upstream('01:00.0', '02', { change })
    .endpoint('02:00.0', { change: { type: 'conventional', pcie: null } });
  expect(below(machine, '01:00.0')).toBe(expected);
});
