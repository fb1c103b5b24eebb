import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from './pciFunction.ts';

/** What people call a function by its class: the classes of a matrix, the glyph on a card. */
export const DEVICE_KINDS = [
  'gpu',
  'nic',
  'nvme',
  'storage',
  'accelerator',
  'display',
  'usb',
  'audio',
  'serial-bus',
  'bridge',
  'other',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** Sub-classes that differ from the rest of their base class (PCI Code and ID Assignment 1.11). */
const BY_CLASS: Readonly<Record<number, DeviceKind>> = {
  260: 'storage', // RAID
  264: 'nvme',
  1027: 'audio', // HD audio
  1025: 'audio',
  1024: 'gpu', // video
  3075: 'usb',
  3078: 'nic', // InfiniBand, as early adapters said
};

const BY_BASE: Readonly<Record<number, DeviceKind>> = {
  1: 'storage',
  2: 'nic', // InfiniBand (0207) and Omni-Path (0208), too
  3: 'gpu',
  4: 'audio',
  6: 'bridge',
  11: 'accelerator', // co-processor
  12: 'serial-bus',
  18: 'accelerator', // processing accelerator
};

/** Makers of plain displays, above all management controllers: ASPEED, Matrox, Cirrus, QEMU, Red Hat. */
const DISPLAY_VENDORS: ReadonlySet<number> = new Set([
  0x1a03, 0x102b, 0x1013, 0x1234, 0x1b36, 0x1af4,
]);
const AMD_GPU_VENDOR = 0x1002;
const PROCESSING_ACCELERATOR = 0x1200;

/** The kind of a function; `other` when its class is unknown. */
export function deviceKind(fn: PciFunction): DeviceKind {
  if (fn.classCode === UNKNOWN) return 'other';
  const vendor = fn.pciId === UNKNOWN ? null : fn.pciId.vendor;
  const base = fn.classCode >> 16;
  if (base === 0x03 && vendor !== null && DISPLAY_VENDORS.has(vendor)) return 'display';
  // AMD's Instinct cards call themselves accelerators; everybody else calls them GPUs.
  if (fn.classCode >> 8 === PROCESSING_ACCELERATOR && vendor === AMD_GPU_VENDOR) return 'gpu';
  return BY_CLASS[fn.classCode >> 8] ?? BY_BASE[base] ?? 'other';
}

/** In a sentence: `GPUs × NICs`. */
export const DEVICE_KIND_WORDS: Readonly<
  Record<DeviceKind, { readonly one: string; readonly many: string }>
> = {
  gpu: { one: 'GPU', many: 'GPUs' },
  nic: { one: 'NIC', many: 'NICs' },
  nvme: { one: 'NVMe drive', many: 'NVMe drives' },
  storage: { one: 'storage controller', many: 'storage controllers' },
  accelerator: { one: 'accelerator', many: 'accelerators' },
  display: { one: 'display', many: 'displays' },
  usb: { one: 'USB controller', many: 'USB controllers' },
  audio: { one: 'audio device', many: 'audio devices' },
  'serial-bus': { one: 'serial bus controller', many: 'serial bus controllers' },
  bridge: { one: 'bridge', many: 'bridges' },
  other: { one: 'other device', many: 'other devices' },
};
