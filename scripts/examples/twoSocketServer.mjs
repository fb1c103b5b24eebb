// The machine that the page opens on: a two-socket Xeon server (Sapphire Rapids) with a PCIe switch,
// two GPUs, a network card and two NVMe drives below each socket.
//
// Root buses are those of such a server: one for each I/O stack, and one of their own for the
// accelerators in the CPU (coreboot, src/soc/intel/xeon_sp/spr/ioat.c), which begins with the
// accelerator and not with 8086:09a2. That is why Linux before 7.1 refuses them.

import { bmcDisplay, connectX6Dx, connectX7, h100, noLoad, pm9a3, pm174x } from './devices.mjs';
import { describeMachine } from './machine.mjs';
import { bar, ISOLATING, NOT_REDIRECTING, part, pex890xx, rootPort } from './parts.mjs';

const INTEL = { vendor: 'Intel Corporation' };

/** First on every I/O stack's root bus; the kernel's list knows the host bridge by it. */
const stackIdentity = () => [
  part({
    ...INTEL,
    type: 'rciep',
    id: '8086:09a2',
    classCode: 0x088000,
    revision: 0x20,
    subsystem: '8086:0000',
    device: 'Ice Lake Memory Map/VT-d',
  }),
];

/** @param {string | null} slot @param {readonly [number, number]} capable @param {import('./parts.mjs').Part[]} children */
const cpuPort = (slot, capable, children) =>
  rootPort(
    '01.0',
    {
      ...INTEL,
      id: '8086:352a',
      revision: 0x04,
      subsystem: '8086:0000',
      device: 'Sapphire Rapids root port A',
      slot,
      capable,
    },
    children,
  );

/** @param {string} label */
const qat = (label) =>
  part({
    ...INTEL,
    type: 'rciep',
    id: '8086:4940',
    classCode: 0x0b4000,
    revision: 0x40,
    subsystem: '8086:0000',
    device: '4xxx Series QAT',
    driver: '4xxx',
    label,
    bars: [
      bar(0, 'prefetchable', 0x80000n),
      bar(2, 'prefetchable', 0x400000n),
      bar(4, 'prefetchable', 0x400000n),
    ],
  });

const platformHub = () => [
  part({
    ...INTEL,
    at: '14.0',
    type: 'rciep',
    id: '8086:1bcd',
    classCode: 0x0c0330,
    revision: 0x11,
    subsystem: '8086:7270',
    device: 'Emmitsburg (C740 Family) USB 3.2 Gen 1 xHCI Controller',
    driver: 'xhci_hcd',
    bars: [bar(0, 'memory', 0x10000n)],
  }),
  part({
    ...INTEL,
    at: '17.0',
    type: 'rciep',
    id: '8086:1bd2',
    classCode: 0x010601,
    revision: 0x11,
    subsystem: '8086:7270',
    device: 'Emmitsburg (C740 Family) SATA AHCI Controller',
    driver: 'ahci',
    bars: [
      bar(0, 'memory', 0x2000n, false),
      bar(1, 'memory', 0x1000n, false),
      bar(5, 'memory', 0x80000n, false),
    ],
  }),
  rootPort(
    '1c.0',
    {
      ...INTEL,
      id: '8086:1bb8',
      revision: 0x11,
      subsystem: '8086:7270',
      device: 'Emmitsburg (C740 Family) PCIe root port',
      capable: [8, 1],
    },
    [bmcDisplay()],
  ),
];

/**
 * @param {string} letter @param {number} control ACS control of the downstream ports
 * @param {number} first number of its first slot and of its first device
 * @param {readonly [number, number]} driveLink what the plain drive's link came up with
 */
const switchWithDevices = (letter, control, first, driveLink) =>
  pex890xx({ label: `switch ${letter}`, control, link: [32, 16] }, [
    { slot: `slot-${first}`, capable: [32, 16], devices: [h100(`GPU ${2 * (first > 1 ? 1 : 0)}`)] },
    {
      slot: `slot-${first + 1}`,
      capable: [32, 16],
      devices: [h100(`GPU ${2 * (first > 1 ? 1 : 0) + 1}`)],
    },
    { slot: `slot-${first + 2}`, capable: [32, 16], devices: connectX7(`NIC ${letter}`) },
    { slot: `bay-${first}`, capable: [32, 4], devices: [noLoad(`CMB drive ${letter}`)] },
    {
      slot: `bay-${first + 1}`,
      capable: [32, 4],
      devices: [pm174x(`drive ${letter}`, { current: driveLink })],
    },
  ]);

/** @param {number} socket */
const place = (socket) => ({ socket: `socket-${socket}`, numaNode: socket });

export function twoSocketServer() {
  const pcieSlots = [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    id: `slot-${number}`,
    label: `PCIe slot ${number}`,
    lanes: 16,
  }));
  const bays = [1, 2, 3, 4, 5].map((number) => ({
    id: `bay-${number}`,
    label: `drive bay ${number}`,
    lanes: 4,
  }));
  return describeMachine({
    name: 'Two-socket server with two switches',
    sockets: [0, 1].map((number) => ({
      id: `socket-${number}`,
      label: `CPU ${number}`,
      numaNode: number,
      model: null,
    })),
    socketLinks: [{ from: 'socket-0', to: 'socket-1', bytesPerSecond: null, latencyNs: null }],
    hosts: [
      {
        ...place(0),
        bus: 0x00,
        lastBus: 0x14,
        label: 'platform hub',
        parts: [...stackIdentity(), ...platformHub()],
      },
      {
        ...place(0),
        bus: 0x15,
        lastBus: 0x25,
        label: 'I/O stack 1',
        parts: [...stackIdentity(), cpuPort('slot-7', [32, 16], connectX6Dx('NIC C'))],
      },
      {
        ...place(0),
        bus: 0x26,
        lastBus: 0x36,
        label: 'I/O stack 2',
        parts: [
          ...stackIdentity(),
          cpuPort(null, [32, 16], [switchWithDevices('A', NOT_REDIRECTING, 1, [32, 4])]),
        ],
      },
      {
        ...place(0),
        bus: 0x37,
        lastBus: 0x47,
        label: 'I/O stack 3',
        parts: [...stackIdentity(), cpuPort('bay-3', [32, 4], [pm9a3('drive C')])],
      },
      { ...place(0), bus: 0x6b, lastBus: 0x6b, label: 'accelerators', parts: [qat('QAT 0')] },
      {
        ...place(1),
        bus: 0x97,
        lastBus: 0xa6,
        label: 'I/O stack 1',
        parts: [
          ...stackIdentity(),
          cpuPort(null, [32, 16], [switchWithDevices('B', ISOLATING, 4, [32, 2])]),
        ],
      },
      { ...place(1), bus: 0xe8, lastBus: 0xe8, label: 'accelerators', parts: [qat('QAT 1')] },
    ],
    slots: [...pcieSlots, ...bays],
    settings: {
      kernel: '6.12',
      cmdline:
        'intel_iommu=on iommu=pt pci=disable_acs_redir=0000:28:00.0;0000:28:01.0;0000:28:02.0;0000:28:03.0;0000:28:04.0',
      cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
      iommu: 'intel',
      iommuMode: 'passthrough',
      acsWords: 'as-is',
    },
    notes: [],
  });
}
