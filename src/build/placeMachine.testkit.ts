import fc from 'fast-check';
import { UNKNOWN } from '../base/unknown.ts';
import { formatAddress } from '../model/address.ts';
import { blankMachine, unknownFunction } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { HostBridge, HostWindow, Machine } from '../model/machine.ts';
import type { FunctionType, Parent, PciFunction } from '../model/pciFunction.ts';
import type { Bar } from '../model/registers.ts';

/*
 * Drawn machines with BARs: bridges in bridges, BARs of 4 KiB to 256 GiB, SR-IOV, reserves, ROMs, I/O
 * ports. Some fit easily, some do not fit at all.
 */

/** A BAR as tests write it. */
export function bar(index: number, size: Bar['size'], change: Partial<Bar> = {}): Bar {
  return {
    index,
    kind: 'memory',
    is64bit: true,
    prefetchable: true,
    address: null,
    size,
    resizableTo: null,
    ...change,
  };
}

export function sriov(totalVfs: number, bars: readonly Bar[]): PciFunction['sriov'] {
  return {
    enabled: true,
    totalVfs,
    numVfs: 0,
    firstVfOffset: 1,
    vfStride: 1,
    vfDeviceId: UNKNOWN,
    bars,
  };
}

export function hostBridge(id: string, change: Partial<HostBridge> = {}): HostBridge {
  return {
    id: id as HostBridgeId,
    label: null,
    domain: 0,
    rootBus: 0,
    lastBus: UNKNOWN,
    socket: null,
    numaNode: null,
    kind: 'native',
    vmdFunction: null,
    windows: UNKNOWN,
    forwarding: null,
    model: null,
    isGuess: false,
    ...change,
  };
}

export function below(id: string): Parent {
  return { kind: 'function', id: id as FunctionId };
}

export function onBus(id: string): Parent {
  return { kind: 'host', id: id as HostBridgeId };
}

export function partAt(
  id: string,
  parent: PciFunction['parent'],
  type: FunctionType,
  change: Partial<PciFunction> = {},
): PciFunction {
  const isBridge = /port|stream|bridge|-to-pci/.test(type);
  return {
    ...unknownFunction(id as FunctionId, { domain: 0, bus: 0, device: 0, function: 0 }),
    address: null,
    parent,
    type,
    bars: [],
    sriov: null,
    bridge: isBridge
      ? { primary: UNKNOWN, secondary: UNKNOWN, subordinate: UNKNOWN, windows: UNKNOWN }
      : null,
    ...change,
  };
}

export function drawn(hosts: readonly HostBridge[], functions: readonly PciFunction[]): Machine {
  return { ...blankMachine('drawn', 'test'), hostBridges: hosts, functions };
}

const size = fc.integer({ min: 12, max: 38 }).map((power) => 2 ** power);
const smallSize = fc.integer({ min: 12, max: 27 }).map((power) => 2 ** power);
export const anyBar = fc.oneof(
  { weight: 4, arbitrary: size.map((bytes) => bar(0, bytes)) },
  {
    weight: 3,
    arbitrary: smallSize.map((bytes) => bar(0, bytes, { prefetchable: false, is64bit: false })),
  },
  { weight: 2, arbitrary: smallSize.map((bytes) => bar(0, bytes, { prefetchable: false })) },
  { weight: 1, arbitrary: smallSize.map((bytes) => bar(0, bytes, { is64bit: false })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(4, 32, 128, 256)
      .map((bytes) => bar(0, bytes, { kind: 'io', is64bit: false, prefetchable: false })),
  },
  { weight: 1, arbitrary: fc.constant(bar(0, UNKNOWN)) },
  { weight: 1, arbitrary: fc.constantFrom(3, 5000, 100_000_000).map((bytes) => bar(0, bytes)) },
);

const plan = fc.record({
  pick: fc.nat(10_000),
  isBridge: fc.boolean(),
  isConventional: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
  bars: fc.array(anyBar, { maxLength: 3 }),
  hasRom: fc.boolean(),
  vfs: fc.option(fc.record({ total: fc.integer({ min: 1, max: 32 }), bar: anyBar }), { freq: 4 }),
  reserve: fc.option(fc.record({ memory: smallSize, prefetchable: size }), { freq: 6 }),
});

const window = fc.record({
  kind: fc.constantFrom('memory', 'prefetchable', 'io'),
  base: fc.nat(60),
  size: fc.integer({ min: 20, max: 36 }),
  chosen: fc.constantFrom(undefined, undefined, 'address'),
}) satisfies fc.Arbitrary<unknown>;

export const machineWithBars: fc.Arbitrary<Machine> = fc
  .record({
    hosts: fc.array(fc.option(fc.array(window, { maxLength: 3 }), { freq: 2 }), {
      minLength: 1,
      maxLength: 4,
    }),
    plans: fc.array(plan, { maxLength: 40 }),
  })
  .map(({ hosts, plans }) => {
    const bridges = hosts.map((windows, at) =>
      hostBridge(`h${at}`, {
        windows: windows === null ? UNKNOWN : windows.map((each, n) => windowOf(each, at * 4 + n)),
      }),
    );
    const functions: PciFunction[] = [];
    const open: Parent[] = bridges.map(({ id }) => ({ kind: 'host', id }));
    for (const [at, each] of plans.entries()) {
      const id = `f${at}`;
      const parent = open[each.pick % open.length] ?? onBus('h0');
      const type = each.isBridge
        ? each.isConventional
          ? 'conventional-bridge'
          : 'downstream'
        : 'endpoint';
      const rom = bar(6, 65_536, { is64bit: false, prefetchable: false });
      functions.push(
        partAt(id, parent, type, {
          bars: [
            ...each.bars
              .slice(0, each.isBridge ? 1 : 3)
              .map((one, index) => ({ ...one, index: index * 2 })),
            ...(each.hasRom ? [rom] : []),
          ],
          sriov: each.vfs && !each.isBridge ? sriov(each.vfs.total, [each.vfs.bar]) : null,
          hotplugReserve: each.isBridge && each.reserve ? { buses: 0, ...each.reserve } : null,
        }),
      );
      if (each.isBridge) open.push(below(id));
      if (each.vfs && !each.isBridge) {
        const physfn = id as FunctionId;
        functions.push(partAt(`${id}/vf1`, parent, 'endpoint', { physfn }));
        functions.push(partAt(`${id}/vf2`, parent, 'endpoint', { physfn }));
      }
    }
    return drawn(bridges, functions);
  });

function windowOf(
  {
    kind,
    base,
    size: power,
    chosen,
  }: { kind: string; base: number; size: number; chosen: 'address' | undefined },
  seed: number,
): HostWindow {
  const isIo = kind === 'io';
  const bytes = isIo ? 0x1000n : 1n << BigInt(kind === 'memory' ? Math.min(power, 29) : power);
  const start = isIo
    ? BigInt((base % 15) + 1) << 12n
    : kind === 'memory'
      ? 0x8000_0000n + (BigInt(base) << 24n)
      : BigInt((base % 8) + seed * 8 + 4) << 32n;
  const text = `0x${start.toString(16)}` as HostWindow['cpuBase'];
  const length = `0x${bytes.toString(16)}` as HostWindow['size'];
  return {
    kind: kind as HostWindow['kind'],
    cpuBase: text,
    busBase: text,
    size: length,
    ...(chosen && { chosen }),
  };
}

/** The same machine as a dump would tell of it: ids are addresses, nothing is chosen any more. */
export function asCaptured(machine: Machine): Machine {
  const addresses = new Map(
    machine.functions.map(({ id }, at) => [
      id,
      { domain: 0, bus: at >> 5, device: at & 31, function: 0 },
    ]),
  );
  const idOf = (id: FunctionId): FunctionId => {
    const address = addresses.get(id);
    return (address ? formatAddress(address) : id) as FunctionId;
  };
  return {
    ...machine,
    origin: 'captured',
    hostBridges: machine.hostBridges.map((host) => ({
      ...host,
      windows:
        host.windows === UNKNOWN
          ? UNKNOWN
          : host.windows.map(({ kind, cpuBase, busBase, size: bytes }) => ({
              kind,
              cpuBase,
              busBase,
              size: bytes,
            })),
    })),
    functions: machine.functions.map((fn) => ({
      ...fn,
      id: idOf(fn.id),
      address: addresses.get(fn.id) ?? null,
      physfn: fn.physfn === null ? null : idOf(fn.physfn),
      parent:
        fn.parent !== UNKNOWN && fn.parent.kind === 'function'
          ? { kind: 'function', id: idOf(fn.parent.id) }
          : fn.parent,
    })),
  };
}
