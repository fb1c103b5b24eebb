// The devices of the example machines, by names and ids of pci.ids.

import { bar, part } from './parts.mjs';

const KIB = 1n << 10n;
const MIB = 1n << 20n;
const GIB = 1n << 30n;

/** @typedef {import('./parts.mjs').Part} Part */

/** @param {number} maxSegment bytes */
const dma64 = (maxSegment) => ({ maskBits: 64, maxSegment, segmentBoundary: '0xffffffff' });

/** @param {string} label */
export const h100 = (label) =>
  part({
    id: '10de:2331',
    classCode: 0x030200,
    revision: 0xa1,
    subsystem: '10de:1626',
    vendor: 'NVIDIA Corporation',
    device: 'GH100 [H100 PCIe]',
    driver: 'nvidia',
    label,
    capable: [32, 16],
    current: [32, 16],
    ats: false,
    bars: [
      bar(0, 'prefetchable', 16n * MIB),
      bar(2, 'prefetchable', 128n * GIB),
      bar(4, 'prefetchable', 32n * MIB),
    ],
  });

/**
 * A network card with two ports, one function each.
 * @param {string} label
 * @param {{ id: string, device: string, subsystem: string, link: readonly [number, number], isInfiniBand?: boolean }} facts
 */
function connectX(label, { id, device, subsystem, link, isInfiniBand = false }) {
  return [0, 1].map((index) =>
    part({
      at: `00.${index}`,
      id,
      classCode: isInfiniBand ? 0x020700 : 0x020000,
      subsystem,
      vendor: 'Mellanox Technologies',
      device,
      driver: 'mlx5_core',
      label: `${label} port ${index + 1}`,
      capable: link,
      current: link,
      // The capability is there with no bit in it: nothing to redirect, nothing to switch on.
      acs: { capability: 0, control: 0 },
      ats: false,
      sriov: {
        enabled: false,
        totalVfs: 8,
        numVfs: 0,
        firstVfOffset: index === 0 ? 2 : 9,
        vfStride: 1,
        vfDeviceId: 0x101e,
        bars: [
          {
            index: 0,
            kind: 'memory',
            is64bit: true,
            prefetchable: true,
            address: null,
            size: 1048576,
            resizableTo: null,
          },
        ],
      },
      // mlx5_core asks for segments of up to 2 GiB.
      dma: dma64(0x80000000),
      bars: [bar(0, 'prefetchable', 32n * MIB)],
    }),
  );
}

/** @param {string} label */
export const connectX7 = (label) =>
  connectX(label, {
    id: '15b3:1021',
    device: 'MT2910 Family [ConnectX-7]',
    subsystem: '15b3:0041',
    link: [32, 16],
    isInfiniBand: true,
  });

/** @param {string} label */
export const connectX6Dx = (label) =>
  connectX(label, {
    id: '15b3:101d',
    device: 'MT2892 Family [ConnectX-6 Dx]',
    subsystem: '15b3:0016',
    link: [16, 16],
  });

/** @param {string | null} label @param {Partial<Part>} facts */
const nvme = (label, facts) =>
  part({
    classCode: 0x010802,
    driver: 'nvme',
    label,
    // The nvme driver lets one segment be as long as a word can say.
    dma: dma64(0xffffffff),
    bars: [bar(0, 'memory', 32n * KIB)],
    ...facts,
  });

/** @param {string | null} label @param {Partial<Part>} facts */
export const pm174x = (label, facts = {}) =>
  nvme(label, {
    id: '144d:a826',
    subsystem: '144d:aa0a',
    vendor: 'Samsung Electronics Co Ltd',
    device: 'NVMe SSD Controller PM174X',
    capable: [32, 4],
    current: [32, 4],
    ...facts,
  });

/** @param {string | null} label @param {Partial<Part>} facts */
export const pm9a3 = (label, facts = {}) =>
  nvme(label, {
    id: '144d:a80a',
    subsystem: '144d:aa8b',
    vendor: 'Samsung Electronics Co Ltd',
    device: 'NVMe SSD Controller PM9A1/PM9A3/980PRO',
    capable: [16, 4],
    current: [16, 4],
    ...facts,
  });

/**
 * An NVMe controller with a memory buffer of half a GiB in its own BAR, which the nvme driver
 * publishes for peer-to-peer DMA.
 * @param {string} label
 */
export const noLoad = (label) =>
  nvme(label, {
    id: '1de5:2000',
    subsystem: '1de5:0000',
    vendor: 'Eideticom, Inc',
    device: 'NoLoad Hardware Development Kit',
    capable: [16, 4],
    current: [16, 4],
    bars: [bar(0, 'memory', 64n * KIB), bar(4, 'prefetchable', 512n * MIB)],
    cmbBytes: Number(512n * MIB),
    cmbBar: 4,
  });

const ASPEED = { vendor: 'ASPEED Technology, Inc.' };

/** The management controller's display, behind its bridge to conventional PCI. */
export const bmcDisplay = () =>
  part({
    ...ASPEED,
    type: 'pcie-to-pci',
    id: '1a03:1150',
    classCode: 0x060400,
    revision: 6,
    device: 'AST1150 PCI-to-PCI Bridge',
    capable: [5, 1],
    current: [5, 1],
    children: [
      part({
        ...ASPEED,
        type: 'conventional',
        id: '1a03:2000',
        classCode: 0x030000,
        revision: 0x52,
        subsystem: '1a03:2000',
        device: 'ASPEED Graphics Family',
        driver: 'ast',
        bars: [
          bar(0, 'memory', 64n * MIB, false),
          bar(1, 'memory', 256n * KIB, false),
          bar(2, 'io', 128n),
        ],
      }),
    ],
  });

/**
 * A graphics card with its sound function beside it.
 * @param {string | null} label
 * @param {{ id: string, subsystem: string, device: string, memory: bigint }} facts
 */
export function ampereCard(label, { id, subsystem, device, memory }) {
  const vendor = 'NVIDIA Corporation';
  const link = /** @type {const} */ ([16, 16]);
  const shared = { vendor, subsystem, revision: 0xa1, capable: link, current: link };
  return [
    part({
      ...shared,
      id,
      classCode: 0x030000,
      device,
      driver: 'nvidia',
      label,
      bars: [
        bar(0, 'memory', 16n * MIB, false),
        bar(1, 'prefetchable', memory),
        bar(3, 'prefetchable', 32n * MIB),
        bar(5, 'io', 128n),
      ],
    }),
    part({
      ...shared,
      at: '00.1',
      id: '10de:1aef',
      classCode: 0x040300,
      device: 'GA102 High Definition Audio Controller',
      driver: 'snd_hda_intel',
      label: label === null ? null : `${label} sound`,
      bars: [bar(0, 'memory', 16n * KIB, false)],
    }),
  ];
}
