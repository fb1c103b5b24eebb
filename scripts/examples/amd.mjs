// What AMD's Zen platforms show of themselves: one set of it on each root bus.

import { part, rootPort } from './parts.mjs';

/** @typedef {import('./parts.mjs').Part} Part */

const AMD = { vendor: 'Advanced Micro Devices, Inc. [AMD]' };
const INTEGRATED = { ...AMD, type: 'conventional' };

/** Every bit but egress control, on the ports of the CPU and of the X570 chipset alike. */
const PORT_ACS = 0x5f;
const ISOLATING = 0x1d;

/** First on every root bus, with the IOMMU that serves it. */
export const rootComplex = () => [
  part({
    ...INTEGRATED,
    id: '1022:1480',
    classCode: 0x060000,
    subsystem: '1022:1480',
    device: 'Starship/Matisse Root Complex',
  }),
  part({
    ...INTEGRATED,
    at: '00.2',
    id: '1022:1481',
    classCode: 0x080600,
    subsystem: '1022:1481',
    device: 'Starship/Matisse IOMMU',
  }),
];

/** Function 0 of each device that has root ports. @param {string} device two digits */
export const dummyBridge = (device) =>
  part({
    ...INTEGRATED,
    at: `${device}.0`,
    id: '1022:1482',
    classCode: 0x060000,
    device: 'Starship/Matisse PCIe Dummy Host Bridge',
  });

/**
 * @param {string} at
 * @param {Partial<Part> & { capable: readonly [number, number] }} facts
 * @param {Part[]} children
 */
export const gppBridge = (at, facts, children) =>
  rootPort(
    at,
    {
      ...AMD,
      id: '1022:1483',
      subsystem: '1022:1453',
      device: 'Starship/Matisse GPP Bridge',
      acs: { capability: PORT_ACS, control: ISOLATING },
      ...facts,
    },
    children,
  );

/** What the CPU brings along for itself, behind a port of its own. @param {Part[]} children */
export const internalBridge = (children) =>
  rootPort(
    '08.1',
    {
      ...AMD,
      id: '1022:1484',
      subsystem: '1022:1484',
      device: 'Starship/Matisse Internal PCIe GPP Bridge 0 to bus[E:B]',
      capable: [16, 16],
      acs: { capability: PORT_ACS, control: ISOLATING },
    },
    children,
  );

/** @param {string} at @param {string} id @param {string} device */
export const usbController = (at, id, device) =>
  part({
    ...AMD,
    at,
    id,
    classCode: 0x0c0330,
    subsystem: id,
    device,
    driver: 'xhci_hcd',
    capable: [16, 16],
    current: [16, 16],
    bars: [{ index: 0, space: 'memory', is64bit: true, size: 0x100000n, address: null }],
  });

/** The platform hub that is part of the CPU: SMBus and LPC. */
export const platformHub = () => [
  part({
    ...INTEGRATED,
    at: '14.0',
    id: '1022:790b',
    classCode: 0x0c0500,
    revision: 0x61,
    device: 'FCH SMBus Controller',
    driver: 'piix4_smbus',
  }),
  part({
    ...INTEGRATED,
    at: '14.3',
    id: '1022:790e',
    classCode: 0x060100,
    revision: 0x51,
    device: 'FCH LPC Bridge',
  }),
];

/**
 * Device 18h: the CPU's data fabric, eight functions; its ids give the CPU's family away.
 * @param {number} first device id of function 0 @param {string} name
 */
export const dataFabric = (first, name) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
    part({
      ...INTEGRATED,
      at: `18.${index}`,
      id: `1022:${(first + index).toString(16)}`,
      classCode: 0x060000,
      device: `${name} Function ${index}`,
      driver: index === 3 ? 'k10temp' : null,
    }),
  );
