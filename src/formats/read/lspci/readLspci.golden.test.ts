import { describe, expect, it } from 'vitest';
import { hex } from '../../../base/hex.ts';
import { knownOrNull, UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { formatPciId } from '../../../model/pciId.ts';
import { type ReadDump, readDump } from './dump.testkit.ts';
import {
  bytesOf,
  cutTo,
  GOLDEN_DUMPS,
  type GoldenDevice,
  goldenDevices,
  goldenDump,
  wordsOf,
} from './goldenDumps.testkit.ts';

/** The kernel data's names of the types. */
const TYPES: Readonly<Record<string, string>> = {
  'upstream-port': 'upstream',
  'downstream-port': 'downstream',
  'rc-integrated-endpoint': 'rciep',
  'pcie-to-pci-bridge': 'pcie-to-pci',
};

/** Half of the cases differ from the other half in what the kernel decided only. */
const SOME_DUMPS = GOLDEN_DUMPS.filter((name) => name.endsWith('-none'));

const address = (bdf: string): string => `0000:${bdf}`;

function typeOf({ pcieType, headerType }: GoldenDevice): string {
  if (pcieType === 'conventional' && headerType === 1) return 'conventional-bridge';
  return TYPES[pcieType] ?? pcieType;
}

/** What bytes show of a device, by the kernel's account. */
function expectedRegisters(device: GoldenDevice): object {
  const { parent, physfn, acs, secondary, subordinate, link } = device;
  return {
    id: address(device.bdf),
    ids: `${device.vendor}:${device.device}`,
    class: device.class,
    type: typeOf(device),
    headerType: device.headerType,
    parent: parent === null ? `host:0000:${device.rootBus}` : address(parent),
    physfn: physfn === undefined ? null : address(physfn),
    buses: secondary === undefined ? null : `${secondary}-${subordinate}`,
    acs: acs && [Number.parseInt(acs.cap, 16), Number.parseInt(acs.ctl, 16)],
    speed: link?.current_link_speed?.replace(/(\.0)? GT.*/, '') ?? null,
    width: link?.current_link_width ?? null,
  };
}

function foundRegisters(fn: PciFunction, device: GoldenDevice): object {
  const link = knownOrNull(knownOrNull(fn.pcie)?.link ?? null);
  const current = knownOrNull(link?.current ?? null);
  const { bridge } = fn;
  const buses =
    bridge === UNKNOWN || bridge === null
      ? bridge
      : `${hex(bridge.secondary as number, 2)}-${hex(bridge.subordinate as number, 2)}`;
  return {
    id: fn.id,
    ids: fn.pciId === UNKNOWN ? UNKNOWN : formatPciId(fn.pciId),
    class: fn.classCode === UNKNOWN ? UNKNOWN : hex(fn.classCode, 6),
    type: fn.type,
    headerType: fn.headerType,
    parent: fn.parent === UNKNOWN ? UNKNOWN : fn.parent.id,
    physfn: fn.physfn,
    buses,
    acs: fn.acs === UNKNOWN || fn.acs === null ? fn.acs : [fn.acs.capability, fn.acs.control],
    speed: device.link?.current_link_speed ? String(current?.gts) : null,
    width: device.link?.current_link_width ? String(current?.width) : null,
  };
}

const expectedWords = (device: GoldenDevice): object => ({
  driver: device.driver,
  numaNode: device.numaNode < 0 ? null : device.numaNode,
  iommuGroup: device.iommuGroup === null ? null : String(device.iommuGroup),
  bars: (device.bars ?? [])
    .filter(([index]) => index < 6)
    .map(([index, start, size]) => [index, `0x${start}`, Number.parseInt(size, 16)]),
});

const orNull = <T>(value: T): T | null => (value === UNKNOWN ? null : value);

const foundWords = (fn: PciFunction): object => ({
  driver: orNull(fn.driver),
  numaNode: orNull(fn.numaNode),
  iommuGroup: orNull(fn.iommuGroup),
  bars: (fn.bars === UNKNOWN ? [] : fn.bars)
    .filter((bar) => bar.index < 6 && bar.address !== null)
    .map(({ index, address, size }) => [index, address, size]),
});

function compare(
  dump: ReadDump,
  name: string,
  found: (fn: PciFunction, device: GoldenDevice) => object,
  expected: (device: GoldenDevice) => object,
): void {
  const devices = goldenDevices(name);
  expect(dump.problems, name).toEqual([]);
  expect(dump.machine.functions.length, name).toBe(devices.length);
  expect(
    devices.map((device) => found(dump.at(device.bdf), device)),
    name,
  ).toEqual(devices.map(expected));
}

describe('golden dumps', () => {
  it('exist', () => {
    expect(GOLDEN_DUMPS.length).toBeGreaterThan(100);
  });

  it('agree with the kernel in words and bytes', () => {
    for (const name of GOLDEN_DUMPS) {
      const dump = readDump(goldenDump(name));
      compare(dump, name, foundRegisters, expectedRegisters);
      compare(dump, name, foundWords, expectedWords);
      for (const device of goldenDevices(name)) {
        expect(dump.at(device.bdf).multifunction).toBe(device.multifunction);
      }
    }
  });

  it('agree with the kernel in words alone', () => {
    for (const name of SOME_DUMPS) {
      const dump = readDump(wordsOf(goldenDump(name)));
      compare(dump, name, foundRegisters, expectedRegisters);
      compare(dump, name, foundWords, expectedWords);
    }
  });

  it('agree with the kernel in bytes alone', () => {
    for (const name of SOME_DUMPS) {
      compare(readDump(bytesOf(goldenDump(name))), name, foundRegisters, expectedRegisters);
    }
  });

  it('leave extended capabilities of PCI Express functions open with 256 bytes', () => {
    for (const name of SOME_DUMPS.slice(0, 20)) {
      const dump = readDump(cutTo(bytesOf(goldenDump(name)), 256));
      for (const device of goldenDevices(name)) {
        const fn = dump.at(device.bdf);
        const open = device.pcieType === 'conventional' ? null : UNKNOWN;
        expect(fn.type).toBe(typeOf(device));
        expect([fn.acs, fn.ats, fn.ari, fn.sriov]).toEqual([open, open, open, open]);
      }
    }
  });

  it('leave every capability open with 64 bytes, and the tree as it is', () => {
    for (const name of SOME_DUMPS.slice(0, 20)) {
      const dump = readDump(cutTo(bytesOf(goldenDump(name)), 64));
      for (const device of goldenDevices(name)) {
        const fn = dump.at(device.bdf);
        expect([fn.type, fn.pcie, fn.acs, fn.ats, fn.ari, fn.sriov]).toEqual(
          Array(6).fill(UNKNOWN),
        );
        if (device.parent !== null) {
          expect(fn.parent).toEqual({ kind: 'function', id: address(device.parent) });
        }
      }
    }
  });
});
