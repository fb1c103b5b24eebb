import { hex64, hex64Value } from '../../base/hex.ts';
import type { FunctionId, ScatterlistId } from '../../model/ids.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar, BridgeWindow } from '../../model/registers.ts';
import type { RamPage, Scatterlist, ScatterlistEntry } from '../../model/workload.ts';

/*
 * The machines on which scatterlists are shown: three drives and an adapter, with a controller memory
 * buffer of 1 GiB at 0x3800000000. The first also lies as a document in `fixtures/claims`; a test holds
 * the two together.
 */

const KIB = 1 << 10;
const GIB = 1 << 30;

export const CMB = 0x38_0000_0000;
const CMB_B = 0x38_4000_0000;

/** Drive A with the buffer, adapter, drive B below the switch; drive C below another root port. */
export const DRIVE_A = id('03:00.0');
export const NIC = id('04:00.0');
export const DRIVE_B = id('05:00.0');
export const DRIVE_C = id('06:00.0');
/** The same on root ports of their own. */
export const ON_ROOT_PORTS = {
  driveA: id('01:00.0'),
  nic: id('02:00.0'),
  driveB: id('03:00.0'),
  driveC: id('04:00.0'),
} as const;

/** The ports above drive A, adapter and drive B. */
export const SWITCH_PORTS = [id('02:00.0'), id('02:01.0'), id('02:02.0')] as const;
/** Keeps ports of the switch from redirecting where an IOMMU is in use. */
const NO_REDIRECT = 'pci=disable_acs_redir=02:00.0;02:01.0;02:02.0';

const port = { acs: { ...acs(0), firmwareControl: 0 }, change: { driver: 'pcieport' } };
const rootPort = { ...port, id: '8086:2032' };
/** PLX PEX 8747. */
const inSwitch = { ...port, id: '10b5:8747' };

function memory(index: number, address: number, size: number): Bar {
  const base = { index, kind: 'memory', is64bit: true, resizableTo: null } as const;
  return { ...base, prefetchable: address > 0xffff_ffff, address: hex64(BigInt(address)), size };
}

function drive(label: string, registers: number, cmb: number | null) {
  const bars = [memory(0, registers, 16 * KIB)];
  return {
    id: '144d:a824',
    change: {
      driver: 'nvme',
      classCode: 0x010802,
      bars: cmb === null ? bars : [...bars, memory(4, cmb, GIB)],
      p2pMemory: cmb === null ? [] : [{ bar: 4, offset: 0, size: GIB, published: true }],
      label,
    },
  };
}

const nic = {
  id: '15b3:1017',
  change: {
    driver: 'mlx5_core',
    classCode: 0x020000,
    bars: [memory(0, 0x38_8000_0000, 32 << 20)],
    label: 'NIC',
  },
};

/** Below a switch: drive A, adapter and drive B; drive C below a second root port. */
export function oneSwitch(): Machine {
  const machine = drawn(
    'One switch: NVMe drives and a NIC',
    new MachineBuilder()
      .host('00:00.0', '8086:2020')
      .rootPort('00:01.0', '01-05', rootPort)
      .upstream('01:00.0', '02-05', { ...inSwitch, acs: null })
      .downstream('02:00.0', '03', inSwitch)
      .downstream('02:01.0', '04', inSwitch)
      .downstream('02:02.0', '05', inSwitch)
      .endpoint('03:00.0', drive('NVMe-A', 0xe000_0000, CMB))
      .endpoint('04:00.0', nic)
      .endpoint('05:00.0', drive('NVMe-B', 0xe010_0000, CMB_B))
      .rootPort('00:02.0', '06', rootPort)
      .endpoint('06:00.0', drive('NVMe-C', 0xe020_0000, null)),
  );
  return {
    ...machine,
    settings: { ...machine.settings, cmdline: `intel_iommu=on ${NO_REDIRECT}` },
    workload: { ...machine.workload, scatterlists: LISTS },
  };
}

/** The same devices, each on a root port of its own. */
export function fourRootPorts(): Machine {
  return drawn(
    'Four root ports: NVMe drives and a NIC',
    new MachineBuilder()
      .host('00:00.0', '8086:2020')
      .rootPort('00:01.0', '01', rootPort)
      .endpoint('01:00.0', drive('NVMe-A', 0xe000_0000, CMB))
      .rootPort('00:02.0', '02', rootPort)
      .endpoint('02:00.0', nic)
      .rootPort('00:03.0', '03', rootPort)
      .endpoint('03:00.0', drive('NVMe-B', 0xe010_0000, CMB_B))
      .rootPort('00:04.0', '04', rootPort)
      .endpoint('04:00.0', drive('NVMe-C', 0xe020_0000, null)),
  );
}

/** Drive A and the adapter below a switch in a VMD domain, drive C outside of it. */
export function behindVmd(): Machine {
  const machine = drawn(
    'VMD domain',
    new MachineBuilder()
      .host('00:00.0', '8086:2020')
      .rciep('00:05.5', { id: '8086:201d', change: { driver: 'vmd' } })
      .rootPort('00:02.0', '06', rootPort)
      .endpoint('06:00.0', drive('NVMe-C', 0xe020_0000, null))
      .rootPort('10000:00:00.0', '01-04', rootPort)
      .upstream('10000:01:00.0', '02-04', { ...inSwitch, acs: null })
      .downstream('10000:02:00.0', '03', inSwitch)
      .downstream('10000:02:01.0', '04', inSwitch)
      .endpoint('10000:03:00.0', drive('NVMe-A', 0xe000_0000, CMB))
      .endpoint('10000:04:00.0', nic),
  );
  const hostBridges = machine.hostBridges.map((host) =>
    host.domain === 0x10000 ? { ...host, kind: 'vmd' as const, vmdFunction: VMD } : host,
  );
  return { ...machine, hostBridges };
}

export const VMD = id('00:05.5');
export const IN_VMD = { driveA: id('10000:03:00.0'), nic: id('10000:04:00.0') } as const;

/** Neither the host bridge nor its root ports are on any kernel's list. */
export function unlisted(machine: Machine): Machine {
  const other = (device: number) => ({ vendor: 0x8086, device });
  return withFunctions(machine, (fn) =>
    fn.type === 'root-port'
      ? { ...fn, pciId: other(0x1901) }
      : fn.type === 'conventional'
        ? { ...fn, pciId: other(0x29c0) }
        : fn,
  );
}

/** What lies on the bus `offset` away from where the CPU has it. */
export function withOffset(machine: Machine, offset: number): Machine {
  return {
    ...machine,
    hostBridges: machine.hostBridges.map((host): HostBridge => {
      if (host.windows === 'unknown') return host;
      const windows = host.windows.map((window) =>
        window.kind === 'prefetchable'
          ? { ...window, busBase: hex64(hex64Value(window.cpuBase) + BigInt(offset)) }
          : window,
      );
      return { ...host, windows };
    }),
  };
}

export function withFunctions(machine: Machine, change: (fn: PciFunction) => PciFunction): Machine {
  return { ...machine, functions: machine.functions.map(change) };
}

/** What a driver told of the adapter's DMA. */
export function withLimits(
  machine: Machine,
  about: FunctionId,
  limits: { readonly maxSegment?: number; readonly boundary?: number; readonly maskBits?: number },
): Machine {
  const dma = {
    maskBits: limits.maskBits ?? 64,
    maxSegment: limits.maxSegment ?? 0x8000_0000,
    segmentBoundary: hex64(BigInt(limits.boundary ?? 0xffff_ffff)),
  };
  return withFunctions(machine, (fn) => (fn.id === about ? { ...fn, dma } : fn));
}

export const ram = (address: number, length: number): ScatterlistEntry => ({
  kind: 'ram',
  address: hex64(BigInt(address)),
  length,
});

export const peer = (
  length: number,
  offset = 0,
  provider: FunctionId = DRIVE_A,
): ScatterlistEntry => ({ kind: 'peer', provider, bar: 4, offset, length });

function paged(page: RamPage, entry: ScatterlistEntry): ScatterlistEntry {
  return entry.kind === 'ram' ? { ...entry, page } : entry;
}

/** Entries as `facts` number them. */
export const ENTRIES = {
  E1: [
    ram(0x1_2345_6000, 0x1000),
    ram(0x1_ab00_0000, 0x1000),
    ram(0x4000_1000, 0x1000),
    ram(0x7_7777_7000, 0x1000),
  ],
  E2: Array.from({ length: 32 }, (_, i) => ram(0x1_0000_0000 + i * 0x3000, 0x1000)),
  E3: [
    ram(0x1000_0200, 0xe00),
    ram(0x2000_0000, 0x1000),
    ram(0x3000_0000, 0x400),
    ram(0x4000_0000, 0x1000),
  ],
  E4: [ram(0x1000_0000, 0x800), ram(0x2000_0000, 0x1000)],
  E5: [ram(0x1000_0000, 0x1000), ram(0x2000_0100, 0xf00)],
  E6: [
    ram(0x1000_0000, 0x1000),
    ram(0x2000_0000, 0x1000),
    peer(0x2000),
    ram(0x3000_0000, 0x1000),
    ram(0x3000_1000, 0x1000),
  ],
  E10: [ram(0x1000_0000, 0xc000), ram(0x2000_0000, 0xc000), ram(0x3000_0000, 0xc000)],
  E11: [0, 1, 2, 3, 4].map((i) => ram(0x1000_0000 + i * 0x10_0000, 0x4000)),
  E17: [1, 2, 3].map((i) => ram(i * 0x1000_0000, 0x1000)),
  E22: [peer(0x1000), ram(0x1000_0000, 0x1000)],
  E27: [ram(0x1000_0200, 0xe00), ram(0x2000_0000, 0x1000)],
  S7: [ram(0x1_2345_6000, 0x1000), ram(0x1_ab00_0000, 0x1000)],
  SIXTEEN: Array.from({ length: 16 }, (_, i) => ram(0x1_0000_0000 + i * 0x3000, 0x1000)),
  /** The same kind of device memory as a DAX file, a DAX device, and as memory for peers. */
  DAX: [
    ram(0x1000_0000, 0x1000),
    paged('fs-dax', ram(0x1_8000_0000, 0x1000)),
    paged('device-dax', ram(0x1_8020_0000, 0x1000)),
    peer(0x1000),
  ],
  HIGHMEM: [ram(0x1000_0000, 0x1000), paged('highmem', ram(0x7000_0000, 0x1000))],
} as const satisfies Readonly<Record<string, readonly ScatterlistEntry[]>>;

const list = (name: string, label: string, entries: readonly ScatterlistEntry[]): Scatterlist => ({
  id: `list:${name}` as ScatterlistId,
  label,
  client: NIC,
  entries,
});

const LISTS: readonly Scatterlist[] = [
  list('e6', 'RAM and peer memory', ENTRIES.E6),
  list('e1', 'Four scattered pages', ENTRIES.E1),
  list('e3', 'Offset and short tail', ENTRIES.E3),
  list('s7', 'Two pages', ENTRIES.S7),
  list('s7-peer', 'Peer memory alone', [peer(0x2000)]),
  list('e22', 'Peer memory first', ENTRIES.E22),
  list('e5', 'Offset in the middle', ENTRIES.E5),
  list('sixteen', 'Sixteen pages', ENTRIES.SIXTEEN),
  list('dax', 'DAX pages and peer memory', ENTRIES.DAX),
  list('highmem', 'High memory', ENTRIES.HIGHMEM),
];

/** Firmware leaves no ACS control bit set; VT-d is there, and Linux 6.1 runs. */
function drawn(name: string, builder: MachineBuilder): Machine {
  const machine = builder.build();
  return {
    ...machine,
    name,
    origin: 'drawn',
    hostBridges: machine.hostBridges.map((host) => ({
      ...host,
      lastBus: 0xff,
      windows: [
        same('memory', 0xe000_0000n, 0x1ec0_0000n),
        same('prefetchable', 0x38_0000_0000n, 0x8_0000_0000n),
      ],
    })),
    functions: machine.functions.map((fn) => withWindows(fn, machine)),
    settings: {
      kernel: '6.1',
      cmdline: 'intel_iommu=on',
      cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
      iommu: 'intel',
      iommuMode: 'unknown',
      acsWords: 'boot',
    },
  };
}

function same(kind: 'memory' | 'prefetchable', base: bigint, size: bigint) {
  return { kind, cpuBase: hex64(base), busBase: hex64(base), size: hex64(size) };
}

/** A bridge forwards what lies below it, in whole MiB. */
function withWindows(fn: PciFunction, machine: Machine): PciFunction {
  if (fn.bridge === null || fn.bridge === 'unknown') return fn;
  const bars = machine.functions
    .filter((each) => isBelow(each, fn.id, machine))
    .flatMap((each) => (each.bars === 'unknown' ? [] : each.bars));
  const windows = [false, true].flatMap((prefetchable): BridgeWindow[] => {
    const ends = bars
      .filter((bar) => bar.prefetchable === prefetchable)
      .map(({ address, size }) => ({
        first: Number(hex64Value(address ?? hex64(0n))),
        last: Number(hex64Value(address ?? hex64(0n))) + Number(size) - 1,
      }));
    if (ends.length === 0) return [];
    const MIB = 1 << 20;
    const first = Math.floor(Math.min(...ends.map((end) => end.first)) / MIB) * MIB;
    const last = Math.ceil((Math.max(...ends.map((end) => end.last)) + 1) / MIB) * MIB - 1;
    const kind = prefetchable ? 'prefetchable' : 'memory';
    return [{ kind, base: hex64(BigInt(first)), limit: hex64(BigInt(last)) }];
  });
  return { ...fn, bridge: { ...fn.bridge, windows } };
}

function isBelow(fn: PciFunction, bridge: FunctionId, machine: Machine): boolean {
  if (fn.parent === 'unknown' || fn.parent.kind === 'host') return false;
  const above = fn.parent.id;
  if (above === bridge) return true;
  const parent = machine.functions.find((each) => each.id === above);
  return parent !== undefined && isBelow(parent, bridge, machine);
}
