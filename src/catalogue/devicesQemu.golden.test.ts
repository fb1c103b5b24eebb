import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { findPart } from './catalogue.ts';
import type { At } from './makeFunction.ts';
import { makePart } from './makePart.ts';
import { makeDownstream } from './makeSwitch.ts';
import type { PartKind } from './part.ts';

/** Types of the golden topologies' nodes and the parts that stand for them. */
const PARTS: Readonly<Record<string, readonly [PartKind, string]>> = {
  'root-port': ['port', 'qemu-root-port'],
  'switch-up': ['switch', 'qemu-xio3130'],
  'switch-down': ['switch', 'qemu-xio3130'],
  'pcie-pci-bridge': ['bridge', 'qemu-pcie-pci-bridge'],
  'pci-bridge': ['bridge', 'qemu-pci-bridge'],
  'dmi-bridge': ['bridge', 'qemu-dmi-bridge'],
  testdev: ['card', 'qemu-testdev'],
  ivshmem: ['card', 'qemu-ivshmem'],
  edu: ['card', 'qemu-edu'],
  e1000: ['nic', 'qemu-e1000'],
  e1000e: ['nic', 'qemu-e1000e'],
  vmxnet3: ['nic', 'qemu-vmxnet3'],
  'qemu-xhci': ['card', 'qemu-xhci'],
  'virtio-net-pci': ['nic', 'virtio-net'],
};

interface Node {
  readonly id: string;
  readonly type: string;
  readonly ids?: string;
  readonly acs?: string | boolean;
  readonly cmbMb?: number;
  readonly barMb?: number;
}

interface Hardware {
  readonly bdf: string;
  readonly node: string | null;
  readonly vendor: string;
  readonly device: string;
  readonly class: string;
  readonly headerType: number;
  readonly pcieType: string;
  readonly physfn?: string;
  readonly driver: string | null;
  readonly acs: { readonly cap: string } | null;
  readonly dma: { readonly maxSeg: number };
  readonly link?: { readonly max_link_speed?: string; readonly max_link_width?: string } | null;
  readonly bars: readonly (readonly [number, string, string, string, string])[];
}

const MIB = 2 ** 20;
const FILE = new URL('../../fixtures/golden/cases/6.12.jsonl.gz', import.meta.url);
const cases = gunzipSync(readFileSync(FILE))
  .toString('utf8')
  .split('\n')
  .filter((line) => line.includes('"topology"'))
  .map(
    (line) =>
      JSON.parse(line) as {
        readonly topology: { readonly nodes: readonly Node[] };
        readonly devices: readonly Hardware[];
      },
  );

const AT: At = {
  id: 'part' as FunctionId,
  parent: { kind: 'function', id: 'port' as FunctionId },
  label: null,
  numaNode: null,
};

function made(node: Node): PciFunction | null {
  if (node.type === 'nvme') return partOf('nvme', node.cmbMb ? 'qemu-nvme-cmb' : 'qemu-nvme');
  const [kind, name] = PARTS[node.type] ?? [];
  if (!kind || !name) return null;
  const part = findPart(kind, name);
  if (node.type === 'switch-down' && part?.kind === 'switch') return makeDownstream(part, AT);
  return partOf(kind, name);
}

function partOf(kind: PartKind, name: string): PciFunction | null {
  const part = findPart(kind, name);
  if (part === null || part.kind === 'host' || part.kind === 'vmd' || part.kind === 'slot') {
    return null;
  }
  return makePart(part, AT)[0] ?? null;
}

/** What both sides can say, in one form. */
function ofCatalogue(fn: PciFunction, memoryMb: number | undefined) {
  return {
    ids: fn.pciId === UNKNOWN ? null : fn.pciId,
    classCode: fn.classCode,
    headerType: fn.headerType,
    conventional: fn.pcie === null,
    driver: fn.driver,
    acs: fn.acs === UNKNOWN || fn.acs === null ? null : fn.acs.capability,
    maxSegment: fn.dma === UNKNOWN ? null : fn.dma.maxSegment,
    bars:
      fn.bars === UNKNOWN
        ? null
        : fn.bars.map(({ index, size, kind, is64bit, prefetchable }) => ({
            index,
            size: index === 2 && memoryMb ? memoryMb * MIB : size,
            kind,
            is64bit,
            prefetchable,
          })),
  };
}

function ofGolden(hardware: Hardware) {
  const number = (digits: string) => Number.parseInt(digits, 16);
  return {
    ids: { vendor: number(hardware.vendor), device: number(hardware.device) },
    classCode: number(hardware.class),
    headerType: hardware.headerType,
    conventional: hardware.pcieType === 'conventional',
    driver: hardware.driver,
    acs: hardware.acs ? number(hardware.acs.cap) : null,
    maxSegment: hardware.dma.maxSeg,
    bars: hardware.bars.map(([index, , size, flags]) => ({
      index,
      size: number(size),
      kind: (number(flags) & 0x100) !== 0 ? 'io' : 'memory',
      is64bit: (number(flags) & 0x10_0000) !== 0,
      prefetchable: (number(flags) & 0x2000) !== 0,
    })),
  };
}

describe('QEMU’s parts are what Linux shows of them', () => {
  it('in every case, for every node that nobody changed', () => {
    const counts = new Map<string, number>();
    for (const { topology, devices } of cases) {
      for (const hardware of devices) {
        const node = topology.nodes.find(({ id }) => id === hardware.node);
        const isChanged = node?.ids !== undefined || node?.acs !== undefined;
        // NVMe is left without a driver where AMD's emulated IOMMU cannot carry it.
        const isUnbound = node?.type === 'nvme' && hardware.driver === null;
        if (!node || isChanged || isUnbound || hardware.physfn) continue;
        const fn = made(node);
        if (fn === null) continue;
        expect(ofCatalogue(fn, node.cmbMb ?? node.barMb), `${node.type} ${hardware.bdf}`).toEqual(
          ofGolden(hardware),
        );
        counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
      }
    }
    expect([...counts.keys()].sort()).toEqual([...Object.keys(PARTS), 'nvme'].sort());
  });
});
