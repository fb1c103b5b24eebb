import { hex64, hex64Value } from '../../base/hex.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar, BridgeWindow } from '../../model/registers.ts';

/*
 * The two machines on which the claims are shown. They lie as documents in `fixtures/claims`, so that
 * anybody can open them; a test holds the two together.
 */

const MIB = 1 << 20;
const BAR_SIZE = 4 * MIB;

const ACS_OFF = { ...acs(0), firmwareControl: 0 };
const port = { acs: ACS_OFF, change: { driver: 'pcieport' } };
const skylakePort = { ...port, id: '8086:2032' };
const sandyBridgePort = { ...port, id: '8086:3c04' };
/** PLX PEX 8747. */
const inSwitch = { ...port, id: '10b5:8747' };

function bar(address: bigint): Bar {
  return {
    index: 0,
    kind: 'memory',
    is64bit: true,
    prefetchable: false,
    address: hex64(address),
    size: BAR_SIZE,
    resizableTo: null,
  };
}

const drive = (address: bigint, label: string) => ({
  id: '144d:a824',
  change: {
    driver: 'nvme',
    classCode: 0x010802,
    bars: [bar(address)],
    p2pMemory: [{ bar: 0, offset: MIB, size: MIB, published: true }],
    label,
  },
});
const adapter = (address: bigint, label: string) => ({
  id: '15b3:1017',
  change: { driver: 'mlx5_core', classCode: 0x020000, bars: [bar(address)], label },
});

/**
 * A Skylake-E server: a switch with two drives and an adapter below root port 00:01.0, a drive and an
 * adapter below two more root ports, and a drive below a second host bridge. VT-d is in use.
 */
export function switchAndRootPorts(): Machine {
  return drawn(
    'Switch and root ports',
    new MachineBuilder()
      .host('00:00.0', '8086:2020')
      .rootPort('00:01.0', '01-05', skylakePort)
      .upstream('01:00.0', '02-05', { ...inSwitch, acs: null })
      .downstream('02:00.0', '03', inSwitch)
      .downstream('02:01.0', '04', inSwitch)
      .downstream('02:02.0', '05', inSwitch)
      .endpoint('03:00.0', drive(0xc000_0000n, 'drive 1'))
      .endpoint('04:00.0', adapter(0xc040_0000n, 'adapter 1'))
      .endpoint('05:00.0', drive(0xc080_0000n, 'drive 2'))
      .rootPort('00:02.0', '06', skylakePort)
      .endpoint('06:00.0', drive(0xc100_0000n, 'drive 3'))
      .rootPort('00:03.0', '07', skylakePort)
      .endpoint('07:00.0', adapter(0xc140_0000n, 'adapter 2'))
      .rootPort('80:00.0', '81', { ...port, id: '8086:2030' })
      .endpoint('81:00.0', drive(0xe000_0000n, 'drive 4')),
  );
}

/** A Sandy Bridge-E server: two root ports at one host bridge, one at another. */
export function twoHostBridges(): Machine {
  return drawn(
    'Two host bridges',
    new MachineBuilder()
      .host('00:00.0', '8086:3c00')
      .rootPort('00:01.0', '01', sandyBridgePort)
      .endpoint('01:00.0', drive(0xc000_0000n, 'drive 1'))
      .rootPort('00:02.0', '02', sandyBridgePort)
      .endpoint('02:00.0', adapter(0xc040_0000n, 'adapter 1'))
      .rootPort('80:00.0', '81', { ...port, id: '8086:3c01' })
      .endpoint('81:00.0', adapter(0xe000_0000n, 'adapter 2')),
  );
}

function drawn(name: string, builder: MachineBuilder): Machine {
  const machine = builder.build();
  return {
    ...machine,
    name,
    origin: 'drawn',
    hostBridges: machine.hostBridges.map((host) => {
      const base = hex64(host.rootBus === 0 ? 0xc000_0000n : 0xe000_0000n);
      const size = hex64(0x1000_0000n);
      const window = { kind: 'memory', cpuBase: base, busBase: base, size } as const;
      return { ...host, lastBus: host.rootBus === 0 ? 0x7f : 0xff, windows: [window] };
    }),
    functions: machine.functions.map((fn) => withWindow(fn, machine)),
    settings: {
      kernel: 'unknown',
      cmdline: 'intel_iommu=on',
      cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
      iommu: 'intel',
      iommuMode: 'unknown',
      acsWords: 'boot',
    },
  };
}

/** A bridge forwards what lies below it, in one window. */
function withWindow(fn: PciFunction, machine: Machine): PciFunction {
  if (fn.bridge === null || fn.bridge === 'unknown') return fn;
  const below = machine.functions.filter((each) => isBelow(each, fn.id, machine));
  const starts = below.flatMap(({ bars }) =>
    bars === 'unknown' ? [] : bars.flatMap(({ address }) => (address === null ? [] : [address])),
  );
  const first = starts.map(hex64Value).toSorted((a, b) => (a < b ? -1 : 1));
  const [base, last] = [first[0] ?? 0n, first.at(-1) ?? 0n];
  const window: BridgeWindow = {
    kind: 'memory',
    base: hex64(base),
    limit: hex64(last + BigInt(BAR_SIZE) - 1n),
  };
  return { ...fn, bridge: { ...fn.bridge, windows: [window] } };
}

function isBelow(fn: PciFunction, bridge: PciFunction['id'], machine: Machine): boolean {
  if (fn.parent === 'unknown' || fn.parent.kind === 'host') return false;
  const above = fn.parent.id;
  if (above === bridge) return true;
  const parent = machine.functions.find((each) => each.id === above);
  return parent !== undefined && isBelow(parent, bridge, machine);
}

/** The parts by the names that `docs/claims.md` gives them. */
export const DRIVE_1 = id('03:00.0');
export const ADAPTER_1 = id('04:00.0');
export const DRIVE_2 = id('05:00.0');
export const DRIVE_3 = id('06:00.0');
export const ADAPTER_2 = id('07:00.0');
export const DRIVE_4 = id('81:00.0');

/** Ports of the switch, and root ports. */
export const PORT_OF_DRIVE_1 = id('02:00.0');
export const PORT_OF_ADAPTER_1 = id('02:01.0');
export const PORT_OF_DRIVE_2 = id('02:02.0');
export const SWITCH_PORTS = [PORT_OF_DRIVE_1, PORT_OF_ADAPTER_1, PORT_OF_DRIVE_2];
export const SWITCH_ROOT_PORT = id('00:01.0');
export const PORT_OF_DRIVE_3 = id('00:02.0');
export const ROOT_PORTS = [SWITCH_ROOT_PORT, PORT_OF_DRIVE_3, id('00:03.0'), id('80:00.0')];
