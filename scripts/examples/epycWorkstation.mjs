// A single-socket EPYC (Zen 3) with everything on root ports and no switch: Linux trusts the root
// complex of any Zen to forward between its ports, so every pair may go through the host bridge.

import {
  dataFabric,
  dummyBridge,
  gppBridge,
  internalBridge,
  platformHub,
  rootComplex,
  usbController,
} from './amd.mjs';
import { ampereCard, bmcDisplay, connectX6Dx, noLoad, pm9a3 } from './devices.mjs';
import { describeMachine } from './machine.mjs';

/** @param {string} label */
const a6000 = (label) =>
  ampereCard(label, {
    id: '10de:2230',
    subsystem: '10de:1459',
    device: 'GA102GL [RTX A6000]',
    memory: 64n << 30n,
  });

const place = { socket: 'socket-0', numaNode: 0 };

export function epycWorkstation() {
  return describeMachine({
    name: 'EPYC workstation without a switch',
    sockets: [{ id: 'socket-0', label: 'CPU', numaNode: 0, model: null }],
    socketLinks: [],
    hosts: [
      {
        ...place,
        bus: 0x00,
        lastBus: 0x3f,
        label: 'quadrant 0',
        parts: [
          ...rootComplex(),
          dummyBridge('01'),
          gppBridge('01.1', { slot: 'slot-1', capable: [16, 16] }, connectX6Dx('NIC')),
          dummyBridge('08'),
          internalBridge([usbController('00.3', '1022:148c', 'Starship USB 3.0 Host Controller')]),
          ...platformHub(),
          ...dataFabric(0x1650, 'Milan Data Fabric;'),
        ],
      },
      {
        ...place,
        bus: 0x40,
        lastBus: 0x7f,
        label: 'quadrant 1',
        parts: [
          ...rootComplex(),
          dummyBridge('01'),
          gppBridge('01.1', { slot: 'slot-2', capable: [16, 16] }, a6000('GPU 0')),
        ],
      },
      {
        ...place,
        bus: 0x80,
        lastBus: 0xbf,
        label: 'quadrant 2',
        parts: [
          ...rootComplex(),
          dummyBridge('01'),
          gppBridge('01.1', { slot: 'slot-3', capable: [16, 16] }, a6000('GPU 1')),
          dummyBridge('05'),
          gppBridge('05.1', { capable: [8, 1] }, [bmcDisplay()]),
        ],
      },
      {
        ...place,
        bus: 0xc0,
        lastBus: 0xff,
        label: 'quadrant 3',
        parts: [
          ...rootComplex(),
          dummyBridge('03'),
          gppBridge('03.1', { slot: 'bay-1', capable: [16, 4] }, [noLoad('CMB drive')]),
          gppBridge('03.2', { slot: 'bay-2', capable: [16, 4] }, [pm9a3('drive 0')]),
          gppBridge('03.3', { slot: 'bay-3', capable: [16, 4] }, [pm9a3('drive 1')]),
        ],
      },
    ],
    slots: [
      ...[1, 2, 3].map((number) => ({
        id: `slot-${number}`,
        label: `PCIe slot ${number}`,
        lanes: 16,
      })),
      ...[1, 2, 3].map((number) => ({
        id: `bay-${number}`,
        label: `drive bay ${number}`,
        lanes: 4,
      })),
    ],
    settings: {
      kernel: '6.12',
      cmdline: 'iommu=pt',
      cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 },
      iommu: 'amd',
      iommuMode: 'passthrough',
      acsWords: 'as-is',
    },
    notes: [],
  });
}
