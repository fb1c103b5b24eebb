import { describe, expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import type { IommuHardware } from '../../model/settings.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { addressFor } from './addressFor.ts';
import { INTEL, oneSwitch, twoRootPorts, ZEN } from './workedMachines.testkit.ts';

const bar = (index: number, address: bigint | null, kind: Bar['kind'] = 'memory'): Bar => ({
  index,
  kind,
  is64bit: true,
  prefetchable: true,
  address: address === null ? null : hex64(address),
  size: 0x100_0000,
  resizableTo: null,
});

/** The CPU sees the bus' first 4 GiB at 0x40_0000_0000. */
const WINDOWS = [
  {
    kind: 'memory',
    cpuBase: hex64(0x40_0000_0000n),
    busBase: hex64(0n),
    size: hex64(0x1_0000_0000n),
  },
] as const;

function withMemory(
  machine: Machine,
  provider: string,
  change: Partial<PciFunction> = {},
): Machine {
  const bars = [bar(0, 0x40_1000_0000n), bar(2, null), bar(4, 0x2000n, 'io')];
  return {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, windows: WINDOWS })),
    functions: machine.functions.map((fn) =>
      fn.id === id(provider) ? { ...fn, bars, ...change } : fn,
    ),
  };
}

const inSwitch = (change: Partial<PciFunction> = {}) => withMemory(oneSwitch(), '03:00.0', change);
const apart = withMemory(twoRootPorts('8086:29c0'), '01:00.0');

interface Asked {
  readonly era?: string;
  readonly iommu?: IommuHardware;
  readonly cmdline?: string;
}

function ask(machine: Machine, { era = '6.12', iommu = 'none', cmdline = '' }: Asked = {}) {
  const isSwitch = machine !== apart;
  const cpu = isSwitch ? INTEL : ZEN;
  const kernel = eraById(era);
  const analysis = analyze(machine, { kernel, cpu, iommu, cmdline, acsWords: 'as-is' });
  const [provider, client] = isSwitch ? ['03:00.0', '04:00.0'] : ['01:00.0', '02:00.0'];
  return addressFor(
    analysis,
    analysis.pair(id(provider ?? ''), id(client ?? '')),
    analysis.isTranslated(id(client ?? '')),
  );
}

const programmed = (answer: ReturnType<typeof ask>) => [
  answer.space,
  answer.memory[0]?.programmed ?? null,
];

describe('by map type and IOMMU', () => {
  test.each<[string, Machine, Asked, readonly [string, string | null]]>([
    ['BUS_ADDR, no IOMMU', inSwitch(), {}, ['bus', '0x10000000']],
    ['BUS_ADDR, translated', inSwitch(), { iommu: 'intel' }, ['bus', '0x10000000']],
    ['THRU_HOST_BRIDGE, no IOMMU', apart, {}, ['physical', '0x4010000000']],
    [
      'THRU_HOST_BRIDGE, pass-through',
      apart,
      { iommu: 'amd', cmdline: 'iommu=pt' },
      ['physical', '0x4010000000'],
    ],
    ['THRU_HOST_BRIDGE, translated', apart, { iommu: 'amd' }, ['iova', null]],
    ['NOT_SUPPORTED', apart, { era: '5.4' }, ['none', null]],
    ['the sign error of 5.15', inSwitch(), { era: '5.15' }, ['bus', '0x8010000000']],
    ['6.18 leaves it unwritten', apart, { era: '6.18' }, ['physical', null]],
    ['6.18, translated', apart, { era: '6.18', iommu: 'amd' }, ['iova', null]],
    [
      'out of tree: the CPU’s address',
      inSwitch(),
      { era: 'oot-2016' },
      ['physical', '0x4010000000'],
    ],
    ['out of tree, translated', inSwitch(), { era: 'oot-2016', iommu: 'intel' }, ['iova', null]],
  ])('%s', (_, machine, asked, expected) => {
    expect(programmed(ask(machine, asked))).toEqual(expected);
  });
});

describe('which memory', () => {
  test('each memory BAR with an address, where nothing is registered', () => {
    const bars = [bar(0, 0x40_1000_0000n), bar(2, 0x40_2000_0000n), bar(6, 0x40_3000_0000n)];
    expect(ask(inSwitch({ bars })).memory.map((each) => each.bar)).toEqual([0, 2]);
  });

  test('what is registered, from its offset on', () => {
    const p2pMemory = [{ bar: 0, offset: 0x1000, size: 0x2000, published: true }];
    expect(ask(inSwitch({ p2pMemory })).memory).toMatchObject([
      { bar: 0, cpuAddress: '0x4010001000', size: 0x2000, programmed: '0x10001000' },
    ]);
  });
});

test('a miss by the sign is told, and an unseen window too', () => {
  expect(ask(inSwitch(), { era: '5.15' }).memory[0]).toMatchObject({
    busAddress: '0x10000000',
    misses: true,
    isAssumed: false,
  });
  const machine = inSwitch();
  const dark: Machine = {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, windows: 'unknown' })),
  };
  expect(ask(dark).memory[0]).toMatchObject({ programmed: '0x4010000000', isAssumed: true });
});
