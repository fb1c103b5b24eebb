import { AMD_GPUS } from './devicesAmdGpu.ts';
import { CARDS, INTEGRATED_ENDPOINTS, MANAGEMENT, NTBS } from './devicesCard.ts';
import { FPGAS } from './devicesFpga.ts';
import { GENERIC_DEVICES } from './devicesGeneric.ts';
import { HFIS } from './devicesHfi.ts';
import { INTEL_GPUS } from './devicesIntelGpu.ts';
import { OTHER_NICS } from './devicesNic.ts';
import { MELLANOX_NICS } from './devicesNicMellanox.ts';
import { NVIDIA_GPUS } from './devicesNvidia.ts';
import { NVME_CARRIERS, NVME_DRIVES } from './devicesNvme.ts';
import { QEMU_DEVICES } from './devicesQemu.ts';
import type { DevicePart } from './part.ts';

const ALL: readonly DevicePart[] = [
  ...GENERIC_DEVICES,
  ...NVIDIA_GPUS,
  ...AMD_GPUS,
  ...INTEL_GPUS,
  ...NVME_DRIVES,
  ...NVME_CARRIERS,
  ...MELLANOX_NICS,
  ...OTHER_NICS,
  ...FPGAS,
  ...HFIS,
  ...CARDS,
  ...INTEGRATED_ENDPOINTS,
  ...NTBS,
  ...MANAGEMENT,
  ...QEMU_DEVICES,
];

const ORDER: readonly DevicePart['kind'][] = [
  'gpu',
  'nvme',
  'nic',
  'fpga',
  'hfi',
  'card',
  'rciep',
  'ntb',
  'mgmt',
  'fn',
];

/** All devices, by kind; the generic one of a kind first. */
export const DEVICES: readonly DevicePart[] = ORDER.flatMap((kind) =>
  ALL.filter((part) => part.kind === kind),
);
