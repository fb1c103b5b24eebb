// A Zen desktop with an X570 chipset, which is a PCIe switch with devices below it. Its owner ran
// lspci without root: the capabilities, ACS among them, are not shown.

import {
  dataFabric,
  dummyBridge,
  gppBridge,
  internalBridge,
  platformHub,
  rootComplex,
  usbController,
} from './amd.mjs';
import { ampereCard, pm9a3 } from './devices.mjs';
import { describeMachine } from './machine.mjs';
import { bar, ISOLATING, part } from './parts.mjs';

const AMD = { vendor: 'Advanced Micro Devices, Inc. [AMD]' };
const BRIDGE = { ...AMD, classCode: 0x060400, driver: 'pcieport' };

/** @param {string} at @param {import('./parts.mjs').Part[]} children */
const chipsetPort = (at, children) =>
  part({
    ...BRIDGE,
    at,
    type: 'downstream',
    id: '1022:57a3',
    device: 'Matisse PCIe GPP Bridge',
    capable: [16, 4],
    current: children[0]?.current ?? null,
    acs: { capability: 0x5f, control: ISOLATING },
    children,
  });

const chipset = () =>
  part({
    ...BRIDGE,
    type: 'upstream',
    id: '1022:57ad',
    device: 'Matisse Switch Upstream',
    capable: [16, 4],
    current: [16, 4],
    children: [
      chipsetPort('01.0', [pm9a3(null)]),
      chipsetPort('02.0', [
        part({
          id: '15b3:1015',
          classCode: 0x020000,
          subsystem: '15b3:0003',
          vendor: 'Mellanox Technologies',
          device: 'MT27710 Family [ConnectX-4 Lx]',
          driver: 'mlx5_core',
          capable: [8, 8],
          current: [8, 4],
          bars: [bar(0, 'prefetchable', 32n << 20n)],
        }),
      ]),
      chipsetPort('03.0', [
        part({
          id: '10ec:8125',
          classCode: 0x020000,
          revision: 4,
          subsystem: '10ec:0123',
          vendor: 'Realtek Semiconductor Co., Ltd.',
          device: 'RTL8125 2.5GbE Controller',
          driver: 'r8169',
          capable: [5, 1],
          current: [5, 1],
          bars: [bar(0, 'io', 256n), bar(2, 'memory', 0x10000n), bar(4, 'memory', 0x4000n)],
        }),
      ]),
    ],
  });

export function desktop() {
  return describeMachine({
    name: 'Desktop',
    sockets: [{ id: 'socket-0', label: 'CPU', numaNode: null, model: null }],
    socketLinks: [],
    hosts: [
      {
        socket: 'socket-0',
        numaNode: 0,
        bus: 0,
        lastBus: 0xff,
        label: 'CPU',
        parts: [
          ...rootComplex(),
          dummyBridge('01'),
          gppBridge('01.1', { capable: [16, 4] }, [pm9a3(null)]),
          gppBridge('01.2', { capable: [16, 4] }, [chipset()]),
          dummyBridge('03'),
          gppBridge(
            '03.1',
            { capable: [16, 16] },
            ampereCard(null, {
              id: '10de:2204',
              subsystem: '10de:1454',
              device: 'GA102 [GeForce RTX 3090]',
              memory: 256n << 20n,
            }),
          ),
          dummyBridge('08'),
          internalBridge([usbController('00.3', '1022:149c', 'Matisse USB 3.0 Host Controller')]),
          ...platformHub(),
          ...dataFabric(0x1440, 'Matisse/Vermeer Data Fabric: Device 18h;'),
        ],
      },
    ],
    slots: [],
    settings: {},
    notes: [],
  });
}
