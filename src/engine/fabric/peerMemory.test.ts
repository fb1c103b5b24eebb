import { expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import { buildTopology } from '../pci/topology.ts';
import { peerMemory } from './peerMemory.ts';

const bar = (index: number, address: bigint, size: number | 'unknown' = 0x1000): Bar => ({
  index,
  kind: 'memory',
  is64bit: true,
  prefetchable: false,
  address: hex64(address),
  size,
  resizableTo: null,
});

function memory(change: Partial<PciFunction>, windows: HostBridge['windows'] = UNKNOWN) {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0', { change })
    .build();
  const hostBridges = machine.hostBridges.map((host) => ({ ...host, windows }));
  const topology = buildTopology({ ...machine, hostBridges });
  return peerMemory(topology, topology.indexOf.get(id('01:00.0')) ?? -1);
}

const bars = [bar(0, 0x2000n, 16), bar(2, 0x8000n), bar(6, 0x10000n, 0x100000)];
const shift = (kind: 'io' | 'memory') =>
  [{ kind, cpuBase: hex64(0x8000n), busBase: hex64(0x0n), size: hex64(0x4000n) }] as const;

test.each([
  ['the largest BAR, not the ROM', { bars }, UNKNOWN, { cpu: 0x8000n, bus: 0x8000n }],
  [
    'what is offered',
    { bars, p2pMemory: [{ bar: 0, offset: 0x100, size: 16, published: true }] },
    UNKNOWN,
    { cpu: 0x2100n, bus: 0x2100n },
  ],
  ['moved by the host bridge’s window', { bars }, shift('memory'), { cpu: 0x8000n, bus: 0n }],
  ['not by one of another kind', { bars }, shift('io'), { cpu: 0x8000n, bus: 0x8000n }],
  ['not shown', { bars: UNKNOWN }, UNKNOWN, null],
  ['none', { bars: [] }, UNKNOWN, null],
] as const)('%s', (_, change, windows, expected) => {
  expect(memory(change, windows)).toEqual(expected);
});
