import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { eraById } from '../kernel/eras.ts';
import { buildTopology, functionAt } from '../pci/topology.ts';
import { pciForEachDmaAlias } from './pciForEachDmaAlias.ts';
import { vmdMachine } from './vmdMachine.testkit.ts';

/** As `requester id by function`, from the function upwards. */
function names(machine: Machine, address: string, kernel = '7.1'): readonly string[] {
  const topology = buildTopology(machine);
  const index = topology.indexOf.get(id(address)) ?? -1;
  return pciForEachDmaAlias(topology, index, eraById(kernel).features).map((name) => {
    const devfn = name.requesterId ?? 0;
    const bus = (devfn >> 8).toString(16).padStart(2, '0');
    const rest = `${((devfn >> 3) & 31).toString(16).padStart(2, '0')}.${devfn & 7}`;
    return `${bus}:${rest} by ${functionAt(topology, name.function).id.replace('0000:', '')}`;
  });
}

const conventional = { change: { type: 'conventional', pcie: null } } as const;
const oldBridge = { type: 'conventional-bridge', pcie: null } as const;

test('below a switch a function has its own name only', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-03')
    .upstream('01:00.0', '02-03')
    .downstream('02:00.0', '03')
    .endpoint('03:00.0')
    .build();
  expect(names(machine, '03:00.0')).toEqual(['03:00.0 by 03:00.0']);
});

test('a PCI Express to PCI bridge lends function 00.0 of the bus behind it', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-02')
    .upstream('01:00.0', '02', { change: { type: 'pcie-to-pci' } })
    .endpoint('02:03.0', conventional)
    .build();
  expect(names(machine, '02:03.0')).toEqual(['02:03.0 by 02:03.0', '02:00.0 by 01:00.0']);
});

test.each([
  ['its own id', '8086:2448', '00:1e.0'],
  ['that of the bus behind it, when it is such a bridge and hides it', '8086:244e', '05:00.0'],
])('a conventional bridge lends %s', (_, pciId, expected) => {
  const machine = new MachineBuilder()
    .upstream('00:1e.0', '05', { id: pciId, change: oldBridge })
    .endpoint('05:02.0', conventional)
    .build();
  expect(names(machine, '05:02.0')).toEqual(['05:02.0 by 05:02.0', `${expected} by 00:1e.0`]);
});

test('a PCI to PCI Express bridge lends its own id', () => {
  const machine = new MachineBuilder()
    .upstream('00:1e.0', '05', { change: { type: 'pci-to-pcie' } })
    .endpoint('05:00.0')
    .build();
  expect(names(machine, '05:00.0')).toEqual(['05:00.0 by 05:00.0', '00:1e.0 by 00:1e.0']);
});

test.each([
  ['6.18', ['02:00.0 by 02:00.0', '02:00.0 by 01:00.0']],
  ['7.0', ['02:00.0 by 02:00.0']],
])('ASPEED’s bridge passes ids on, which %s knows or not', (kernel, expected) => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-02')
    .upstream('01:00.0', '02', { id: '1a03:1150', change: { type: 'pcie-to-pci' } })
    .endpoint('02:00.0', conventional)
    .build();
  expect(names(machine, '02:00.0', kernel)).toEqual(expected);
});

test('nothing above a bridge where translation sits counts', () => {
  const machine = new MachineBuilder()
    .upstream('00:00.0', '01-02', { change: oldBridge })
    .upstream('01:00.0', '02', { id: '14e4:9084', change: oldBridge })
    .endpoint('02:00.0', conventional)
    .build();
  expect(names(machine, '02:00.0')).toEqual(['02:00.0 by 02:00.0']);
});

test('ids of a quirk come between its own and those of bridges', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0', { id: '1b4b:9230' })
    .build();
  expect(names(machine, '01:00.0')).toEqual(['01:00.0 by 01:00.0', '01:00.1 by 01:00.0']);
});

test('a VMD domain goes out as the VMD function, which a dump may not show', () => {
  expect(names(vmdMachine(), '10000:01:00.0')).toEqual(['00:0e.0 by 00:0e.0']);
  expect(names(vmdMachine(UNKNOWN), '10000:01:00.0')).toEqual([]);
});
