import { describe, expect, it } from 'vitest';
import { splitName } from './splitName.ts';

const parts = (change: object) => ({
  vendorName: null,
  deviceName: null,
  vendorId: null,
  deviceId: null,
  ...change,
});

describe('splitName', () => {
  it.each([
    [
      'Intel Corporation Device 46d1',
      { vendorName: 'Intel Corporation', deviceName: 'Device 46d1', deviceId: 0x46d1 },
    ],
    ['8086:46d1', { vendorId: 0x8086, deviceId: 0x46d1 }],
    ['Device aaaa:bbbb', { vendorId: 0xaaaa, deviceId: 0xbbbb }],
    ['Unknown device 1234:5678', { vendorId: 0x1234, deviceId: 0x5678 }],
    [
      'Broadcom Unknown device 1600',
      { vendorName: 'Broadcom', deviceName: 'Unknown device 1600', deviceId: 0x1600 },
    ],
    ['Vendor 1d94 Device 1451', { vendorId: 0x1d94, deviceName: 'Device 1451', deviceId: 0x1451 }],
    [
      'Advanced Micro Devices, Inc. [AMD/ATI] Seymour [Radeon E6460]',
      {
        vendorName: 'Advanced Micro Devices, Inc. [AMD/ATI]',
        deviceName: 'Seymour [Radeon E6460]',
      },
    ],
    [
      'Samsung Electronics Co Ltd NVMe SSD Controller PM9A1',
      { vendorName: 'Samsung Electronics', deviceName: 'Co Ltd NVMe SSD Controller PM9A1' },
    ],
    [
      'NVIDIA Corporation GA102 [GeForce RTX 3090]',
      { vendorName: 'NVIDIA Corporation', deviceName: 'GA102 [GeForce RTX 3090]' },
    ],
    ['SK hynix Platinum P41', { deviceName: 'SK hynix Platinum P41' }],
    ['', {}],
  ])('%s', (name, expected) => {
    expect(splitName(name)).toEqual(parts(expected));
  });
});
