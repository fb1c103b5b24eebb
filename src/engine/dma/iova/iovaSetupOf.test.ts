import { describe, expect, test } from 'vitest';
import { hex64 } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import { id, MachineBuilder } from '../../../model/machine.testkit.ts';
import type { HostWindow, Machine } from '../../../model/machine.ts';
import { type ConditionRequest, resolveConditions } from '../../kernel/conditions.ts';
import { findEra } from '../../kernel/findEra.ts';
import { buildTopology } from '../../pci/topology.ts';
import { IovaDomain } from './IovaDomain.ts';
import { iovaSetupOf } from './iovaSetupOf.ts';

const GIB = 2 ** 30;
const CLIENT = id('01:00.0');

const window = (kind: HostWindow['kind'], cpu: number, bus: number, size: number): HostWindow => ({
  kind,
  cpuBase: hex64(BigInt(cpu)),
  busBase: hex64(BigInt(bus)),
  size: hex64(BigInt(size)),
});

function machineWith(windows: readonly HostWindow[] | null, untrusted = false): Machine {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:2020')
    .rootPort('00:01.0', '01-01')
    .endpoint('01:00.0', { change: { untrusted } })
    .build();
  return {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, windows: windows ?? UNKNOWN })),
  };
}

function setupOf(machine: Machine, request: Partial<ConditionRequest>) {
  const topology = buildTopology(machine);
  const conditions = resolveConditions(machine, {
    iommu: 'intel',
    iommuMode: 'strict',
    ...request,
  });
  const client = topology.indexOf.get(CLIENT) ?? -1;
  return iovaSetupOf({ topology, conditions, client, seenAs: client });
}

const WINDOWS = [
  window('io', 0, 0, 0x10000),
  window('memory', 0xe0000000, 0xe0000000, 0x1ec00000),
  window('prefetchable', 0x3800000000, 0x37f0000000, 16 * GIB),
];

describe('kept clear', () => {
  test('memory windows by their bus addresses, and interrupts', () => {
    expect(setupOf(machineWith(WINDOWS), {}).setup.reserved).toEqual([
      { base: 0xe0000000, last: 0xfebfffff, what: 'host-bridge' },
      { base: 0x37f0000000, last: 0x37f0000000 + 16 * GIB - 1, what: 'host-bridge' },
      { base: 0xfee00000, last: 0xfeefffff, what: 'msi' },
    ]);
  });

  test('HyperTransport where the IOMMU is AMD’s, which reaches 64 bits', () => {
    const { setup } = setupOf(machineWith([]), { iommu: 'amd' });
    expect(setup.reserved.map(({ what }) => what)).toEqual(['msi', 'hyper-transport']);
    expect(setup.apertureEnd).toBe(2 ** 64);
  });

  test('windows that are not shown are said not to be', () => {
    const { setup, assumed } = setupOf(machineWith(null), {});
    expect(setup.reserved.map(({ what }) => what)).toEqual(['msi']);
    expect(assumed.join()).toContain('windows');
  });
});

test.each([
  ['6.1', '', 'each-time'],
  ['6.6', '', 'until-it-fails'],
  ['6.6', 'iommu.forcedac=1', 'never'],
  ['5.10', 'iommu.forcedac=1', 'each-time'],
] as const)('Linux %s with “%s” looks below 4 GiB %s', (kernel, cmdline, lowFirst) => {
  const request = { kernel: findEra(kernel) ?? null, cmdline };
  expect(setupOf(machineWith(WINDOWS), request).setup.lowFirst).toBe(lowFirst);
});

test('lazy where asked for, and never for an untrusted device', () => {
  const lazy = { iommuMode: 'lazy' } as const;
  expect(setupOf(machineWith(WINDOWS), lazy).setup.flush.kind).toBe('lazy');
  expect(setupOf(machineWith(WINDOWS, true), lazy).setup.flush.kind).toBe('strict');
  expect(setupOf(machineWith(WINDOWS), {}).setup.flush.kind).toBe('strict');
});

test.each([
  // VT-d kept untrusted functions apart from 5.0 on, the others from 5.11 on.
  ['5.4', 'intel', true, 'strict'],
  ['5.4', 'amd', true, 'lazy'],
  ['5.11', 'amd', true, 'strict'],
  ['5.4', 'amd', false, 'lazy'],
] as const)('%s, %s, untrusted: %s, flushes %s', (kernel, iommu, untrusted, flush) => {
  const request = { kernel: findEra(kernel) ?? null, iommu, iommuMode: 'lazy' } as const;
  expect(setupOf(machineWith(WINDOWS, untrusted), request).setup.flush.kind).toBe(flush);
});

test.each([
  ['intel_iommu=on iommu=pt', 'lazy'],
  ['intel_iommu=on,strict iommu=pt', 'strict'],
])('5.4, “%s”: whoever is translated all the same is flushed %sly', (cmdline, flush) => {
  const request = { kernel: findEra('5.4') ?? null, cmdline, iommuMode: null };
  expect(setupOf(machineWith(WINDOWS), request).setup.flush.kind).toBe(flush);
});

test.each([
  ['5.10', { searchesAgain: false, depot: 'at-most-32' }],
  ['5.11', { searchesAgain: true, depot: 'at-most-32' }],
  ['6.6', { searchesAgain: true, depot: 'at-most-32' }],
  ['6.12', { searchesAgain: true, depot: 'trimmed' }],
] as const)('Linux %s', (kernel, expected) => {
  const { setup } = setupOf(machineWith(WINDOWS), { kernel: findEra(kernel) ?? null });
  expect(setup).toMatchObject(expected);
});

test('a domain of it begins below 4 GiB', () => {
  const { setup } = setupOf(machineWith(WINDOWS), {});
  expect(new IovaDomain(setup).allocate(4096, 2 ** 64)?.base).toBe(0xfffff000);
});
