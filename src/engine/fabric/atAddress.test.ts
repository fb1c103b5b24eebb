import { describe, expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { HostWindow, Machine } from '../../model/machine.ts';
import type { Bar } from '../../model/registers.ts';
import { buildTopology } from '../pci/topology.ts';
import { atBusAddress, atCpuAddress } from './atAddress.ts';

const bar = (address: bigint, size: Bar['size'] = 0x1000): Bar => ({
  index: 0,
  kind: 'memory',
  is64bit: true,
  prefetchable: false,
  address: hex64(address),
  size,
  resizableTo: null,
});

const CPU = 0xe000_0000n;
const window: HostWindow = {
  kind: 'memory',
  cpuBase: hex64(CPU),
  busBase: hex64(CPU),
  size: hex64(0x1000_0000n),
};

/** A card below a root port whose window is two pages long, and a card of unknown size below another. */
function machine(busBase = CPU): Machine {
  const bus = busBase - CPU;
  const opens = (base: bigint) => ({
    bridge: {
      primary: 0,
      secondary: base === CPU ? 1 : 2,
      subordinate: base === CPU ? 1 : 2,
      windows: [
        { kind: 'memory' as const, base: hex64(base + bus), limit: hex64(base + bus + 0x1fffn) },
        { kind: 'prefetchable' as const, base: hex64(0xffffn), limit: hex64(0n) },
      ],
    },
  });
  const built = new MachineBuilder()
    .rootPort('00:01.0', '01', { change: opens(CPU) })
    .endpoint('01:00.0', { change: { bars: [bar(CPU)] } })
    .rootPort('00:02.0', '02', { change: opens(CPU + 0x10_0000n) })
    .endpoint('02:00.0', { change: { bars: [bar(CPU + 0x10_0000n, UNKNOWN)] } })
    .build();
  const windows = [{ ...window, busBase: hex64(busBase) }];
  return { ...built, hostBridges: built.hostBridges.map((host) => ({ ...host, windows })) };
}

const named = (
  topology: ReturnType<typeof buildTopology>,
  found: ReturnType<typeof atCpuAddress>,
) => ('at' in found ? `${found.kind} ${topology.functions[found.at]?.id.slice(5)}` : found.kind);

describe('on the bus below a host bridge', () => {
  test.each([
    ['the first byte of a BAR', CPU, 'bar 01:00.0'],
    ['its last one', CPU + 0xfffn, 'bar 01:00.0'],
    ['behind it, in the window of its port', CPU + 0x1000n, 'window 00:01.0'],
    ['the first byte of a BAR of unknown size', CPU + 0x10_0000n, 'bar 02:00.0'],
    ['behind that one', CPU + 0x10_0001n, 'window 00:02.0'],
    ['between the windows', CPU + 0x2000n, 'none'],
    ['a window that is closed', 0x800n, 'none'],
    ['host memory', 0x1000_0000n, 'none'],
  ])('%s', (_, address, expected) => {
    const topology = buildTopology(machine());
    expect(named(topology, atBusAddress(topology, 0, address))).toBe(expected);
  });

  test('the bus has addresses of its own', () => {
    const topology = buildTopology(machine(CPU - 0x1000_0000n));
    const at = (address: bigint) => named(topology, atBusAddress(topology, 0, address));
    expect(at(CPU)).toBe('none');
    expect(at(CPU - 0x1000_0000n)).toBe('bar 01:00.0');
  });

  test('another host bridge has none of them', () => {
    const topology = buildTopology(machine());
    expect(atBusAddress(topology, 1, CPU)).toEqual({ kind: 'none' });
  });
});

describe('as the CPU sees it', () => {
  test.each([
    ['a BAR', CPU, 'bar 01:00.0'],
    ['a window of the host bridge that nobody claims', CPU + 0x2000n, 'host-window'],
    ['host memory', 0x1000_0000n, 'none'],
  ])('%s', (_, address, expected) => {
    const topology = buildTopology(machine(CPU - 0x1000_0000n));
    expect(named(topology, atCpuAddress(topology, address))).toBe(expected);
  });

  test('where no windows and no BARs are shown, it is host memory', () => {
    const hidden = new MachineBuilder()
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0', { change: { bars: UNKNOWN } })
      .build();
    const topology = buildTopology(hidden);
    expect(topology.indexOf.has(id('01:00.0'))).toBe(true);
    expect(atCpuAddress(topology, CPU)).toEqual({ kind: 'none' });
  });
});
