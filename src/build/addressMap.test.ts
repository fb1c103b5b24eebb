import { expect, test } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { HostBridge, HostWindow, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { BridgeWindow } from '../model/registers.ts';
import { addressMap, type Region } from './addressMap.ts';
import { bar, below, drawn, hostBridge, onBus, partAt, sriov } from './placeMachine.testkit.ts';

const MIB = 2 ** 20;

const low: HostWindow = {
  kind: 'memory',
  cpuBase: hex64(0x9000_0000n),
  busBase: hex64(0x9000_0000n),
  size: hex64(0x1000_0000n),
};

function captured(functions: readonly PciFunction[], change: Partial<HostBridge> = {}): Machine {
  const host = hostBridge('h0', { windows: [low], ...change });
  return { ...drawn([host], functions), origin: 'captured' };
}

function port(id: string, windows: readonly BridgeWindow[] | typeof UNKNOWN): PciFunction {
  return partAt(id, onBus('h0'), 'root-port', {
    bridge: { primary: 0, secondary: 1, subordinate: 1, windows },
  });
}

function window(base: bigint, limit: bigint): BridgeWindow {
  return { kind: 'memory', base: hex64(base), limit: hex64(limit) };
}

const memory = (address: bigint, size: number | typeof UNKNOWN = MIB) =>
  bar(0, size, { prefetchable: false, address: hex64(address) });

function lines(regions: readonly Region[], level = 0): readonly string[] {
  return regions.flatMap(({ owner, first, last, inside }) => [
    `${'  '.repeat(level)}${owner.id} 0x${first.toString(16)}-0x${last.toString(16)}`,
    ...lines(inside, level + 1),
  ]);
}

test('BARs lie in windows of bridges, these in the host bridge’s', () => {
  const machine = captured([
    port('rp', [window(0x9000_0000n, 0x903f_ffffn)]),
    partAt('b', below('rp'), 'endpoint', { bars: [memory(0x9020_0000n)] }),
    partAt('a', below('rp'), 'endpoint', { bars: [memory(0x9000_0000n)] }),
  ]);
  const { regions, troubles } = addressMap(machine);
  expect(lines(regions)).toEqual([
    'h0 0x90000000-0x9fffffff',
    '  rp 0x90000000-0x903fffff',
    '    a 0x90000000-0x900fffff',
    '    b 0x90200000-0x902fffff',
  ]);
  expect(troubles).toEqual([]);
});

test('what overlaps, lies outside or is not aligned is told', () => {
  const machine = captured([
    port('rp', [window(0x9000_0000n, 0x903f_ffffn)]),
    partAt('a', below('rp'), 'endpoint', { bars: [memory(0x9000_0000n, 2 * MIB)] }),
    partAt('b', below('rp'), 'endpoint', { bars: [memory(0x9010_0000n)] }),
    partAt('c', below('rp'), 'endpoint', { bars: [memory(0x9100_0000n)] }),
    partAt('d', below('rp'), 'endpoint', { bars: [memory(0x9028_0000n)] }),
    partAt('e', onBus('h0'), 'rciep', { bars: [memory(0x8000_0000n)] }),
  ]);
  const told = addressMap(machine).troubles.map(({ kind, text }) => `${kind}: ${text}`);
  expect(told.sort()).toEqual([
    'misaligned: BAR 0 of d at 0x90280000 is not aligned to its size.',
    'outside: BAR 0 of c at 0x91000000 lies in none of the windows of rp, which is above it.',
    'outside: BAR 0 of e at 0x80000000 lies in none of the windows of its host bridge.',
    'overlaps: BAR 0 of b at 0x90100000 overlaps with BAR 0 of a at 0x90000000.',
  ]);
});

test('without the host bridge’s windows, what lies on its bus stands for itself', () => {
  const functions = [
    port('rp', [window(0x9000_0000n, 0x903f_ffffn)]),
    partAt('a', below('rp'), 'endpoint', { bars: [memory(0x9000_0000n)] }),
  ];
  const { regions, troubles } = addressMap(captured(functions, { windows: UNKNOWN }));
  expect(lines(regions)).toEqual(['rp 0x90000000-0x903fffff', '  a 0x90000000-0x900fffff']);
  expect(troubles).toEqual([]);
});

test('windows that may be printed as the bus sees them accuse nobody', () => {
  const functions = [
    port('rp', [window(0x8000_0000n, 0x803f_ffffn)]),
    partAt('a', below('rp'), 'endpoint', { bars: [memory(0x600_8000_0000n)] }),
  ];
  expect(addressMap(captured(functions, { windows: UNKNOWN })).troubles).toEqual([]);
  const shifted = { ...low, cpuBase: hex64(0x600_8000_0000n), busBase: hex64(0x8000_0000n) };
  const { regions, troubles } = addressMap(captured(functions, { windows: [shifted] }));
  expect(troubles).toEqual([]);
  expect(lines(regions)[1]).toBe('  rp 0x60080000000-0x600803fffff');
});

test('a bridge that takes what nobody else wants, a copied ROM and hidden windows are no trouble', () => {
  const rom = bar(6, 128 * 1024, { prefetchable: false, address: hex64(0xc_0000n) });
  const machine = captured([
    { ...port('sub', [window(0x9000_0000n, 0x900f_ffffn)]), classCode: 0x060401 },
    partAt('a', below('sub'), 'endpoint', { bars: [memory(0x9200_0000n)] }),
    port('vga', [window(0x9300_0000n, 0x930f_ffffn)]),
    partAt('b', below('vga'), 'endpoint', { bars: [rom] }),
    port('hidden', UNKNOWN),
    partAt('c', below('hidden'), 'endpoint', { bars: [memory(0x9400_0000n)] }),
  ]);
  expect(addressMap(machine).troubles).toEqual([]);
});

test('BARs of which the size is not shown are marked, and compared with nothing', () => {
  const machine = captured([
    port('rp', [window(0x9000_0000n, 0x903f_ffffn)]),
    partAt('a', below('rp'), 'endpoint', { bars: [memory(0x9000_0000n, UNKNOWN)] }),
    partAt('b', below('rp'), 'endpoint', { bars: [memory(0x9000_0000n)] }),
  ]);
  const { regions, troubles } = addressMap(machine);
  expect(troubles).toEqual([]);
  const owners = regions[0]?.inside[0]?.inside.map(({ owner }) => owner) ?? [];
  expect(owners.find(({ id }) => id === 'a')).toMatchObject({ isSizeUnknown: true });
});

test('virtual functions lie in what their physical function holds for them', () => {
  const vf = (id: string, address: bigint) =>
    partAt(id, onBus('h0'), 'endpoint', { physfn: 'pf' as never, bars: [memory(address)] });
  const machine = captured([
    partAt('pf', onBus('h0'), 'endpoint', { sriov: sriov(2, [memory(0x9000_0000n)]) }),
    vf('vf1', 0x9000_0000n),
    vf('vf2', 0x9010_0000n),
  ]);
  const { regions, troubles } = addressMap(machine);
  expect(lines(regions)).toEqual([
    'h0 0x90000000-0x9fffffff',
    '  pf 0x90000000-0x901fffff',
    '    vf1 0x90000000-0x900fffff',
    '    vf2 0x90100000-0x901fffff',
  ]);
  expect(troubles).toEqual([]);
});

test('what has no address is told; what a captured machine can do without is not', () => {
  const functions = [
    partAt('a', onBus('h0'), 'rciep', {
      bars: [bar(0, MIB, { prefetchable: false }), bar(6, MIB, { prefetchable: false })],
      sriov: sriov(2, [bar(0, MIB)]),
    }),
  ];
  expect(addressMap(captured(functions)).troubles.map(({ text }) => text)).toEqual([
    'BAR 0 of a (1 MiB) has no address.',
  ]);
});
