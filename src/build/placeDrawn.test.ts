import { expect, test } from 'vitest';
import { hex64 } from '../base/hex.ts';
import type { FunctionId } from '../model/ids.ts';
import type { HostWindow, Machine } from '../model/machine.ts';
import { addressMap } from './addressMap.ts';
import { placeAddresses } from './placeAddresses.ts';
import { bar, below, drawn, hostBridge, onBus, partAt, sriov } from './placeMachine.testkit.ts';

const GIB = 2 ** 30;
const MIB = 2 ** 20;

function shown({ functions }: Machine) {
  return functions.flatMap(({ id, bars, bridge, sriov: vf }) => [
    ...(bridge && bridge !== 'unknown' && bridge.windows !== 'unknown'
      ? bridge.windows.map(({ kind, base, limit }) => `${id} ${kind} ${base}-${limit}`)
      : []),
    ...(bars === 'unknown' ? [] : bars.map(({ index, address }) => `${id}.${index} ${address}`)),
    ...(vf && vf !== 'unknown' && vf.bars !== 'unknown'
      ? vf.bars.map(({ index, address }) => `${id}.vf${index} ${address}`)
      : []),
  ]);
}

test('a GPU and a drive below a switch', () => {
  const machine = drawn(
    [hostBridge('h0')],
    [
      partAt('rp', onBus('h0'), 'root-port'),
      partAt('up', below('rp'), 'upstream', {
        bars: [bar(0, 256 * 1024, { prefetchable: false, is64bit: false })],
      }),
      partAt('d0', below('up'), 'downstream'),
      partAt('d1', below('up'), 'downstream'),
      partAt('gpu', below('d0'), 'endpoint', {
        bars: [
          bar(0, 16 * MIB, { prefetchable: false, is64bit: false }),
          bar(1, 128 * GIB),
          bar(3, 32 * MIB),
          bar(5, 128, { kind: 'io', prefetchable: false, is64bit: false }),
        ],
      }),
      partAt('nvme', below('d1'), 'endpoint', {
        bars: [bar(0, 16 * 1024, { prefetchable: false })],
      }),
    ],
  );
  const { machine: placed, problems } = placeAddresses(machine);
  expect(problems).toEqual([]);
  expect(shown(placed)).toMatchInlineSnapshot(`
    [
      "rp io 0x1000-0x1fff",
      "rp memory 0x80000000-0x811fffff",
      "rp prefetchable 0x4000000000-0x6001ffffff",
      "up io 0x1000-0x1fff",
      "up memory 0x80000000-0x810fffff",
      "up prefetchable 0x4000000000-0x6001ffffff",
      "up.0 0x81100000",
      "d0 io 0x1000-0x1fff",
      "d0 memory 0x80000000-0x80ffffff",
      "d0 prefetchable 0x4000000000-0x6001ffffff",
      "d1 memory 0x81000000-0x810fffff",
      "gpu.0 0x80000000",
      "gpu.1 0x4000000000",
      "gpu.3 0x6000000000",
      "gpu.5 0x1000",
      "nvme.0 0x81000000",
    ]
  `);
  expect(placed.hostBridges[0]?.windows).toMatchInlineSnapshot(`
    [
      {
        "busBase": "0x1000",
        "chosen": "all",
        "cpuBase": "0x1000",
        "kind": "io",
        "size": "0xf000",
      },
      {
        "busBase": "0x80000000",
        "chosen": "all",
        "cpuBase": "0x80000000",
        "kind": "memory",
        "size": "0x7e000000",
      },
      {
        "busBase": "0x4000000000",
        "chosen": "all",
        "cpuBase": "0x4000000000",
        "kind": "prefetchable",
        "size": "0x4000000000",
      },
    ]
  `);
  expect(placeAddresses(placed).machine).toEqual(placed);
});

test('virtual functions', () => {
  const machine = drawn(
    [hostBridge('h0')],
    [
      partAt('rp', onBus('h0'), 'root-port'),
      partAt('nic', below('rp'), 'endpoint', {
        bars: [bar(0, 32 * MIB)],
        sriov: sriov(8, [bar(0, MIB)]),
      }),
      partAt('vf0', below('rp'), 'endpoint', { physfn: 'nic' as FunctionId }),
      partAt('vf1', below('rp'), 'endpoint', { physfn: 'nic' as FunctionId }),
    ],
  );
  const { machine: placed } = placeAddresses(machine);
  expect(shown(placed)).toMatchInlineSnapshot(`
    [
      "rp prefetchable 0x4000000000-0x40027fffff",
      "nic.0 0x4000000000",
      "nic.vf0 0x4002000000",
      "vf0.0 0x4002000000",
      "vf1.0 0x4002100000",
    ]
  `);
});

const card = (id: string, parent: Parameters<typeof partAt>[1], ...sizes: number[]) =>
  partAt(id, parent, 'endpoint', { bars: sizes.map((size, at) => bar(at * 2, size)) });

const windowOf = (
  kind: HostWindow['kind'],
  cpu: bigint,
  bus: bigint,
  size: bigint,
): HostWindow => ({
  kind,
  cpuBase: hex64(cpu),
  busBase: hex64(bus),
  size: hex64(size),
});

test('the largest go without when not all fit, of equals the last', () => {
  const host = hostBridge('h0', {
    label: 'I/O stack 1',
    windows: [windowOf('prefetchable', 0x100_0000_0000n, 0x100_0000_0000n, 0x64_0000_0000n)],
  });
  const ports = ['a', 'b', 'c', 'd'].flatMap((name) => [
    partAt(`rp-${name}`, onBus('h0'), 'root-port'),
    card(name, below(`rp-${name}`), 128 * GIB, 32 * MIB),
  ]);
  const { machine, problems } = placeAddresses(drawn([host], ports));
  // Each window is a little more than 128 GiB and begins at a multiple of that: two fit.
  expect(shown(machine).filter((line) => line.endsWith('null'))).toEqual(['c.0 null', 'd.0 null']);
  expect(problems.map(({ text }) => text)).toEqual([
    'BAR 0 of c (128 GiB) finds no room: host bridge I/O stack 1 has 400 GiB of memory above 4 GiB, of which 143.8 GiB are left, in no piece that is aligned and long enough.',
    'BAR 0 of d (128 GiB) finds no room: host bridge I/O stack 1 has 400 GiB of memory above 4 GiB, of which 143.8 GiB are left, in no piece that is aligned and long enough.',
  ]);
  expect(problems[0]?.where).toBe('c');
  expect(placeAddresses(machine).machine).toEqual(machine);
});

test('what can be done without goes first: reserves, virtual functions, ROMs', () => {
  const host = hostBridge('h0', {
    windows: [windowOf('memory', 0x9000_0000n, 0x9000_0000n, 0x80_0000n)],
  });
  const memory = { prefetchable: false, is64bit: false };
  const machine = drawn(
    [host],
    [
      partAt('rp', onBus('h0'), 'root-port', {
        hotplugReserve: { buses: 0, memory: 4 * MIB, prefetchable: 0 },
      }),
      partAt('nic', below('rp'), 'endpoint', {
        bars: [bar(0, 4 * MIB, memory), bar(6, MIB, memory)],
        sriov: sriov(8, [bar(0, MIB, memory)]),
      }),
    ],
  );
  const { problems, machine: placed } = placeAddresses(machine);
  expect(shown(placed)).toEqual([
    'rp memory 0x90000000-0x904fffff',
    'nic.0 0x90000000',
    'nic.6 0x90400000',
    'nic.vf0 null',
  ]);
  expect(problems.map(({ text }) => text.split(' finds')[0])).toEqual([
    'What rp keeps free for hotplug (4 MiB)',
    'BAR 0 of the virtual functions of nic (8 × 1 MiB)',
  ]);
});

test('a hotplug port keeps space free behind it', () => {
  const machine = drawn(
    [hostBridge('h0')],
    [
      partAt('rp', onBus('h0'), 'root-port', {
        hotplugReserve: { buses: 0, memory: 32 * MIB, prefetchable: 64 * GIB },
      }),
    ],
  );
  expect(shown(placeAddresses(machine).machine)).toEqual([
    'rp memory 0x80000000-0x81ffffff',
    'rp prefetchable 0x4000000000-0x4fffffffff',
  ]);
});

test('where bus and CPU addresses differ, BARs are aligned on the bus and say what the CPU sees', () => {
  const host = hostBridge('h0', {
    windows: [
      windowOf('memory', 0x60_0010_0000n, 0x4010_0000n, 0x1ff0_0000n),
      windowOf('prefetchable', 0x64_0000_0000n, 0x64_0000_0000n, 0x4_0000_0000n),
    ],
  });
  const machine = drawn(
    [host],
    [
      partAt('rp', onBus('h0'), 'root-port'),
      partAt('gpu', below('rp'), 'endpoint', {
        bars: [bar(0, 16 * MIB, { prefetchable: false }), bar(2, GIB)],
      }),
    ],
  );
  const { machine: placed } = placeAddresses(machine);
  expect(shown(placed)).toEqual([
    'rp memory 0x41000000-0x41ffffff',
    'rp prefetchable 0x6400000000-0x643fffffff',
    'gpu.0 0x6001000000',
    'gpu.2 0x6400000000',
  ]);
  expect(addressMap(placed).troubles).toEqual([]);
});

test('without a window above 4 GiB, or behind conventional PCI, everything goes below', () => {
  const low = hostBridge('h0', {
    windows: [
      windowOf('memory', 0x9000_0000n, 0x9000_0000n, 0x1000_0000n),
      windowOf('prefetchable', 0xa000_0000n, 0xa000_0000n, 0x1000_0000n),
    ],
  });
  const parts = [
    partAt('rp', onBus('h0'), 'root-port'),
    partAt('bridge', below('rp'), 'pcie-to-pci'),
    card('a', below('bridge'), 64 * MIB),
  ];
  expect(shown(placeAddresses(drawn([low], parts)).machine)).toEqual([
    'rp prefetchable 0xa0000000-0xa3ffffff',
    'bridge prefetchable 0xa0000000-0xa3ffffff',
    'a.0 0xa0000000',
  ]);
  expect(shown(placeAddresses(drawn([hostBridge('h0')], parts)).machine)).toEqual([
    'rp memory 0x80000000-0x83ffffff',
    'bridge memory 0x80000000-0x83ffffff',
    'a.0 0x80000000',
  ]);
});

test('host bridges share what is there; who needs more gets more; a stated size gets an address', () => {
  const big = bar(0, 512 * MIB, { prefetchable: false, is64bit: false });
  const hosts = [
    hostBridge('h0'),
    hostBridge('h1'),
    hostBridge('h2', {
      windows: [{ ...windowOf('prefetchable', 0n, 0n, 0x80_0000_0000n), chosen: 'address' }],
    }),
    hostBridge('h3'),
  ];
  const { machine, problems } = placeAddresses(
    drawn(hosts, [partAt('card', onBus('h1'), 'endpoint', { bars: [big, { ...big, index: 1 }] })]),
  );
  expect(problems).toEqual([]);
  const windows = machine.hostBridges.map((each) =>
    each.windows === 'unknown'
      ? []
      : each.windows.map(
          ({ kind, cpuBase, size, chosen }) => `${kind} ${cpuBase}+${size} ${chosen}`,
        ),
  );
  expect(windows).toMatchInlineSnapshot(`
    [
      [
        "io 0x1000+0x3000 all",
        "memory 0xc0000000+0x14000000 all",
        "prefetchable 0x4000000000+0x4000000000 all",
      ],
      [
        "io 0x4000+0x3000 all",
        "memory 0x80000000+0x40000000 all",
        "prefetchable 0x10000000000+0x4000000000 all",
      ],
      [
        "io 0x7000+0x3000 all",
        "memory 0xd4000000+0x14000000 all",
        "prefetchable 0x8000000000+0x8000000000 address",
      ],
      [
        "io 0xa000+0x3000 all",
        "memory 0xe8000000+0x14000000 all",
        "prefetchable 0x14000000000+0x4000000000 all",
      ],
    ]
  `);
  expect(placeAddresses(machine).machine).toEqual(machine);
});

test('a BAR is as large as the memory for peers in it; odd sizes are told', () => {
  const machine = drawn(
    [hostBridge('h0')],
    [
      partAt('drive', onBus('h0'), 'endpoint', {
        bars: [bar(0, 5000), bar(2, 64 * MIB)],
        p2pMemory: [{ bar: 2, offset: MIB, size: 128 * MIB, published: true }],
      }),
    ],
  );
  const { machine: placed, problems } = placeAddresses(machine);
  const bars = placed.functions[0]?.bars;
  expect(bars !== undefined && bars !== 'unknown' && bars.map(({ size }) => size)).toEqual([
    5000,
    256 * MIB,
  ]);
  expect(problems.map(({ severity, text }) => `${severity}: ${text}`)).toEqual([
    'note: BAR 0 of drive takes up 8 KiB: BARs are powers of two.',
    'note: BAR 2 of drive is made 256 MiB large to hold its memory for peers.',
  ]);
});

test('what is below a VMD lies in its BARs', () => {
  const memory = { prefetchable: false, is64bit: false };
  const machine = drawn(
    [
      hostBridge('h0'),
      hostBridge('vmd', { kind: 'vmd', domain: 0x10000, vmdFunction: 'v' as FunctionId }),
    ],
    [
      partAt('v', onBus('h0'), 'rciep', {
        bars: [
          bar(0, 32 * MIB, { prefetchable: false }),
          bar(2, 32 * MIB, memory),
          bar(4, MIB, { prefetchable: false }),
        ],
      }),
      partAt('rp', onBus('vmd'), 'root-port'),
      partAt('drive', below('rp'), 'endpoint', {
        bars: [bar(0, 16 * 1024, { prefetchable: false })],
      }),
    ],
  );
  const { machine: placed, problems } = placeAddresses(machine);
  expect(problems).toEqual([]);
  expect(shown(placed)).toMatchInlineSnapshot(`
    [
      "v.0 0x80000000",
      "v.2 0x82000000",
      "v.4 0x84000000",
      "rp memory 0x82000000-0x820fffff",
      "drive.0 0x82000000",
    ]
  `);
  const map = addressMap(placed);
  expect(map.troubles).toEqual([]);
  const holder = map.regions
    .flatMap(({ inside }) => inside)
    .find(({ owner }) => owner.kind === 'bar' && owner.bar === 2);
  expect(holder?.inside[0]?.owner).toMatchObject({ kind: 'host', id: 'vmd' });
});

test('a VMD whose BARs are not known gives nothing an address, and says so', () => {
  const machine = drawn(
    [
      hostBridge('h0'),
      hostBridge('vmd', { kind: 'vmd', domain: 0x10000, vmdFunction: 'v' as FunctionId }),
    ],
    [partAt('v', onBus('h0'), 'rciep', { bars: 'unknown' }), card('drive', onBus('vmd'), MIB)],
  );
  const { machine: placed, problems } = placeAddresses(machine);
  expect(shown(placed)).toEqual(['drive.0 null']);
  expect(problems.map(({ text }) => text)).toEqual([
    'The memory of vmd is not known, so nothing below it has an address.',
  ]);
});
